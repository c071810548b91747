package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.demonstration.PileDeDemonstration.Options;
import fr.academie.teleservices.essais.EssaiLong;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** La démonstration entière, sur le WAR construit : elle démarre d'un appel et ne laisse rien derrière elle. */
@EssaiLong("la démonstration démarrée et arrêtée deux fois ; ParcoursIT emploie la même pile")
class PileDeDemonstrationIT {

    @Test
    void demarreToutPuisNeLaisseRien() throws IOException, InterruptedException {
        for (int fois = 1; fois <= 2; fois++) {
            PileDeDemonstration pile = PileDeDemonstration.demarrer(Options.essai());
            ProcessHandle mariadbd = pile.base().processus();
            try {
                HttpResponse<String> sante = lire(pile, "/teleservices/sante");
                assertThat(sante.statusCode()).isEqualTo(200);
                assertThat(sante.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json");
                assertThat(lire(pile, "/").body())
                        .contains("Académie de Bordeaux")
                        .contains("/teleservices/accueil");
                assertThat(lire(pile, "/courrier/").body()).contains("Aucun courriel");
                assertThat(lire(pile, "/teleservices/accueil").headers().firstValue("Location"))
                        .hasValueSatisfying(adresse -> assertThat(adresse).startsWith(pile.adresse() + "/cas/login"));
            } finally {
                pile.close();
            }
            assertThat(mariadbd.isAlive()).isFalse();
            assertThat(Ports.libre(pile.serveur().port())).isTrue();
            assertThat(Ports.libre(pile.base().port())).isTrue();
        }
    }

    @Test
    void faitRemonterLaRaisonDUnWarMalRegle() {
        assertThatThrownBy(() -> PileDeDemonstration.demarrer(Options.essai(Map.of("reglage.inconnu", "x"))))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("reglage.inconnu");
    }

    private static HttpResponse<String> lire(PileDeDemonstration pile, String chemin)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(pile.adresse() + chemin))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
