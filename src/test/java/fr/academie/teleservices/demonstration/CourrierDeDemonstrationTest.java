package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Les courriels passent par un vrai SMTP et se lisent, échappés, sous /courrier/. */
class CourrierDeDemonstrationTest {

    @Test
    void recoitEtMontreUnCourrielSansInterpreterSonContenu() throws Exception {
        try (CourrierDeDemonstration courrier = CourrierDeDemonstration.demarrer();
                ServeurTomcat serveur = ServeurTomcat.demarrer(0)) {
            serveur.ajouterServlet("/courrier", new PagesDuCourrier(courrier, ZoneOffset.UTC));
            assertThat(lire(serveur, "/courrier/")).contains("Aucun courriel");
            envoyer(courrier.port(), "Comptes regroupés à l’été", "Bonjour <b>Noé</b>,\nc'est fait.");
            envoyer(courrier.port(), "<script>alert(1)</script>", "Deuxième");
            assertThat(courrier.attendre(2, Duration.ofSeconds(10))).hasSize(2);
            assertThat(courrier.recus().get(0).texte()).startsWith("Bonjour <b>Noé</b>,");
            assertThat(lire(serveur, "/courrier/"))
                    .contains("2 courriels envoyés")
                    .contains("Comptes regroupés à l’été")
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>");
            assertThat(lire(serveur, "/courrier/1"))
                    .contains("Bonjour &lt;b&gt;Noé&lt;/b&gt;,")
                    .contains("cristelle@example.org");
            courrier.vider();
            assertThat(courrier.recus()).isEmpty();
        }
    }

    private static void envoyer(int port, String objet, String texte) throws MessagingException {
        Properties reglages = new Properties();
        reglages.setProperty("mail.smtp.host", "127.0.0.1");
        reglages.setProperty("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(reglages));
        message.setFrom(new InternetAddress("ne-pas-repondre@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("cristelle@example.org"));
        message.setSubject(objet, "UTF-8");
        message.setText(texte, "UTF-8");
        Transport.send(message);
    }

    private static String lire(ServeurTomcat serveur, String chemin) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(serveur.adresse() + chemin))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
