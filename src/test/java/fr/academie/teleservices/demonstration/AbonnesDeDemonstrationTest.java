package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Les services abonnés de la démonstration : ce qu'ils disent, et ce qu'ils refusent. */
class AbonnesDeDemonstrationTest {

    private static final String FERME = "{\"type\":\"COMPTE_FERME\",\"compte\":\"a\",\"remplacePar\":\"b\"}";

    private final List<String> dites = new CopyOnWriteArrayList<>();
    private final AbonnesDeDemonstration abonnes = AbonnesDeDemonstration.demarrer(dites::add, Clock.systemUTC());

    @AfterEach
    void arreter() {
        abonnes.close();
    }

    @Test
    void unEnvoiBienSigneSeDit() throws Exception {
        assertThat(envoyer("ent", "ent", Instant.now(), FERME, FERME)).isEqualTo(204);
        assertThat(envoyer("cantine", "cantine", Instant.now(), "{\"type\":\"INSTANTANE_A_RELIRE\"}", null))
                .isEqualTo(204);
        assertThat(dites)
                .containsExactly(
                        "ent : COMPTE_FERME, a, remplacé par b ; signature vérifiée.",
                        "cantine : INSTANTANE_A_RELIRE ; signature vérifiée.");
    }

    @Test
    void unEnvoiMalSigneSeRefuse() throws Exception {
        assertThat(envoyer("ent", "ent", Instant.now(), FERME, FERME.replace("\"a\"", "\"z\"")))
                .as("un corps changé en route")
                .isEqualTo(401);
        assertThat(envoyer("ent", "cantine", Instant.now(), FERME, null))
                .as("le secret d'un autre")
                .isEqualTo(401);
        assertThat(envoyer("ent", "ent", Instant.now().minusSeconds(360), FERME, null))
                .as("un envoi volé, rejoué plus tard")
                .isEqualTo(401);
        assertThat(dites).hasSize(3).allMatch("ent : un envoi mal signé, refusé."::equals);
    }

    @Test
    void sesReglagesSontCeuxDuProduit() {
        assertThat(Atelier.reglages(abonnes.reglages()).diffusion().abonnes())
                .extracting(abonne -> abonne.nom())
                .containsExactly("ent", "cantine");
    }

    private int envoyer(String a, String secretDe, Instant le, String signe, @Nullable String envoye) throws Exception {
        String instant = String.valueOf(le.getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(abonnes.secret(secretDe).substring("whsec_".length())), "HmacSHA256"));
        String signature = "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(("7." + instant + "." + signe).getBytes(StandardCharsets.UTF_8)));
        return poster(a, instant, signature, envoye == null ? signe : envoye);
    }

    private int poster(String a, String instant, String signature, String corps)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(abonnes.adresse() + "/" + a))
                                .header("webhook-id", "7")
                                .header("webhook-timestamp", instant)
                                .header("webhook-signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(corps))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
