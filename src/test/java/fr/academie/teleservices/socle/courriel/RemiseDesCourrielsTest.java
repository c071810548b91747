package fr.academie.teleservices.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Communs;
import fr.academie.teleservices.socle.courriel.ServeurSmtpDEssai.Mal;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les courriels vers un vrai serveur SMTP, puis vers des serveurs arrêté, muet et refusant : aucun ne se perd. */
@Tag("fuseau")
class RemiseDesCourrielsTest {

    private static final String PARENT = "cristelle@exemple.fr";
    private static final String LIEN = "http://localhost:8080/teleservices/oubli/nouveau?jeton=abc-DEF_1";
    private static final String ETAT =
            "SELECT tentatives, envoye_le IS NOT NULL, a_envoyer_le IS NOT NULL FROM courriel";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Transactions transactions = Communs.transactions(base.source());
    private final Atelier.Horloge horloge = new Atelier.Horloge();
    private final EnvoiDeCourriels envoi =
            new EnvoiDeCourriels(new ModelesDeCourriel(Atelier.textes()), transactions, horloge);
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void installer() {
        base.vider();
        greenMail.start();
    }

    @AfterEach
    void arreter() {
        greenMail.stop();
    }

    @Test
    void leMemeMessagePartEnTexteEtEnHtml() throws Exception {
        deposerLeLien("Cristelle DURAND");
        remise(greenMail.getSmtp().getPort()).remettre();

        MimeMessage recu = seul();
        assertThat(recu.getContentType()).startsWith("multipart/alternative");
        assertThat(recu.getHeader("From", null)).endsWith("<ne-pas-repondre@localhost>");
        assertThat(recu.getSubject()).isEqualTo("Choisir un nouveau mot de passe");
        String texte = partie(recu, 0, "text/plain");
        String html = partie(recu, 1, "text/html");
        assertThat(texte)
                .contains("Bonjour Cristelle DURAND,")
                .contains("\n" + LIEN)
                .contains("\n-- \nCe message est automatique")
                .doesNotContain("<");
        assertThat(html)
                .contains("<html lang=\"fr\" dir=\"ltr\">")
                .contains("<h1", "Choisir un nouveau mot de passe</h1>")
                .contains("href=\"" + LIEN + "\"")
                .contains("Bonjour Cristelle DURAND,")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<img", "url(", "<script", "http-equiv");
    }

    /** Écrit dans la langue du compte, il la garde jusqu'à sa mise en page, qui la lit de droite à gauche. */
    @Test
    void unCourrielEnArabeLeDitEtSAligneADroite() throws Exception {
        envoi.deposerEn("ar", "motDePasse.change", PARENT, "Nadia Benali", "nadia.benali");
        remise(greenMail.getSmtp().getPort()).remettre();
        MimeMessage recu = seul();
        assertThat(recu.getHeader("Content-Language", null)).isEqualTo("ar");
        assertThat(recu.getSubject()).containsPattern("\\p{IsArabic}").doesNotContain("mot de passe");
        assertThat(partie(recu, 1, "text/html"))
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("text-align: right")
                .contains("nadia.benali")
                .doesNotContain("text-align: left");
    }

    @Test
    void uneListeDansLeTexteEnEstUneDansLeHtml() throws Exception {
        envoi.deposer("identifiant.rappel", PARENT, List.of("cristelle.durand (Cristelle DURAND)", "a<b>\r\nc"));
        remise(greenMail.getSmtp().getPort()).remettre();
        MimeMessage recu = seul();
        assertThat(partie(recu, 0, "text/plain")).contains("\n- cristelle.durand (Cristelle DURAND)\n- a<b> c\n");
        assertThat(partie(recu, 1, "text/html"))
                .contains("cristelle.durand (Cristelle DURAND)</li>")
                .contains("a&lt;b&gt; c</li>");
    }

    @Test
    void niUnNomNiUneAdresseNAjouteDEnTeteDeParagrapheOuDeLien() throws Exception {
        deposerLeLien("Zoé\r\nBcc: tiers@exemple.fr\r\n\r\nCliquez http://tiers.exemple/x \"><script>");
        envoi.deposer("motDePasse.change", PARENT + "\r\nBcc: tiers@exemple.fr", "Zoé", "zoe");
        envoi.deposer("motDePasse.change", "sans arobase", "Zoé", "zoe");
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(1);
        assertThatThrownBy(() -> new Courriel(PARENT, "a\nBcc: b", "texte", "fr"))
                .isInstanceOf(IllegalArgumentException.class);
        remise(greenMail.getSmtp().getPort()).remettre();

        MimeMessage recu = seul();
        assertThat(recu.getHeader("Bcc")).isNull();
        assertThat(recu.getAllRecipients()).hasSize(1);
        assertThat(partie(recu, 0, "text/plain")).contains("Bonjour Zoé Bcc: tiers@exemple.fr Cliquez");
        assertThat(partie(recu, 1, "text/html"))
                .contains("http://tiers.exemple/x &quot;&gt;&lt;script&gt;")
                .doesNotContain("href=\"http://tiers", "<script");
    }

    @Test
    void unCourrielRemisPerdSonTextePuisSEfface() {
        deposerLeLien("Cristelle DURAND");
        RemiseDesCourriels remise = remise(greenMail.getSmtp().getPort());
        remise.remettre();
        assertThat(base.lire("SELECT texte FROM courriel")).containsExactly("");
        Instant apres = horloge.instant();
        assertThat(remise.purger(apres.minus(Duration.ofDays(1)))).isZero();
        deposerLeLien("Cristelle DURAND");
        assertThat(remise.purger(apres)).isEqualTo(1);
        assertThat(remise.mesures().get(0).lecture().getAsLong()).isEqualTo(1);
    }

    @Test
    void serveurArreteLesCourrielsAttendentPuisPartentTous() throws Exception {
        int ferme;
        try (ServerSocket libre = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ferme = libre.getLocalPort();
        }
        for (int i = 0; i < 3; i++) {
            deposerLeLien("Cristelle DURAND");
        }
        for (int essai = 0; essai < 40; essai++) {
            remise(ferme).remettre();
            horloge.avancer(Duration.ofMinutes(1));
        }
        assertThat(base.lire(ETAT)).containsExactly("0|0|1", "0|0|1", "0|0|1");
        remise(greenMail.getSmtp().getPort()).remettre();
        assertThat(greenMail.getReceivedMessages()).hasSize(3);
        assertThat(base.lire("SELECT COUNT(*) FROM courriel WHERE envoye_le IS NULL"))
                .containsExactly("0");
    }

    @Test
    void serveurMuetLeParentNAttendPasEtLeCourrielReste() throws Exception {
        try (ServeurSmtpDEssai muet = new ServeurSmtpDEssai(Mal.MUET)) {
            deposerLeLien("Cristelle DURAND");
            Thread remise =
                    new Thread(() -> remise(muet.port(), Duration.ofSeconds(60)).remettre());
            remise.start();
            assertThat(muet.visite()).isTrue();
            deposerLeLien("Cristelle DURAND");
            assertThat(remise.isAlive()).as("la remise attend encore").isTrue();
            assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(2);
            muet.arreter();
            remise.join(10_000);
            assertThat(remise.isAlive()).isFalse();
        }
        try (ServeurSmtpDEssai muet = new ServeurSmtpDEssai(Mal.MUET)) {
            horloge.avancer(Duration.ofMinutes(1));
            remise(muet.port(), Duration.ofMillis(100)).remettre();
        }
        assertThat(base.lire(ETAT)).containsExactly("0|0|1", "0|0|1");
        horloge.avancer(Duration.ofMinutes(1));
        remise(greenMail.getSmtp().getPort()).remettre();
        assertThat(greenMail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void serveurRefusantLeCourrielResteEtSEspace() throws Exception {
        deposerLeLien("Cristelle DURAND");
        try (ServeurSmtpDEssai refusant = new ServeurSmtpDEssai(Mal.REFUSE)) {
            RemiseDesCourriels remise = remise(refusant.port());
            remise.remettre();
            assertThat(base.lire(ETAT)).containsExactly("1|0|1");
            horloge.avancer(Duration.ofSeconds(50));
            remise.remettre();
            assertThat(base.lire(ETAT)).as("pas avant la minute").containsExactly("1|0|1");
            horloge.avancer(Duration.ofSeconds(20));
            remise.remettre();
            assertThat(base.lire(ETAT)).containsExactly("2|0|1");
            for (int essai = 2; essai < 30; essai++) {
                horloge.avancer(Duration.ofHours(6));
                remise.remettre();
            }
        }
        assertThat(base.lire(ETAT)).as("abandonné, il reste en base").containsExactly("30|0|0");
        assertThat(base.lire("SELECT texte FROM courriel")).first().asString().contains(LIEN);
    }

    private void deposerLeLien(String nom) {
        envoi.deposer("motDePasse.lien", PARENT, nom, "cristelle.durand", LIEN, 30);
    }

    private RemiseDesCourriels remise(int port) {
        return remise(port, Duration.ofSeconds(5));
    }

    private RemiseDesCourriels remise(int port, Duration delai) {
        return new RemiseDesCourriels(
                transactions,
                Atelier.reglages(Map.of("smtp.port", String.valueOf(port), "smtp.chiffrement", "aucun")),
                Atelier.profil(Map.of()),
                Atelier.textes(),
                horloge,
                delai);
    }

    private MimeMessage seul() {
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    private static String partie(MimeMessage message, int rang, String type) throws Exception {
        var partie = ((Multipart) message.getContent()).getBodyPart(rang);
        assertThat(partie.getContentType()).startsWith(type).containsIgnoringCase("utf-8");
        return ((String) partie.getContent()).replace("\r\n", "\n");
    }
}
