package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** La base absente au démarrage de Tomcat, puis là, puis partie : le serveur attend, se lève de lui-même, et le dit vite. */
@EssaiLong("un serveur qui démarre sans sa base ; PannesDeLaBaseIT garde la base qui tombe")
@ExtendWith(PileExtension.class)
@Timeout(120)
class BaseAbsenteIT {

    private static final Duration SE_LEVE_EN = Duration.ofSeconds(20);
    private static final Duration UNE_SECONDE = Duration.ofSeconds(1);

    private final Pile pile;

    BaseAbsenteIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void leServeurAttendLaBaseLeDitEtSeLeveDeLuiMeme() throws IOException {
        int port = Ports.choisir();
        String application = pile.tardive(port);
        try {
            ClientHttp passant = new ClientHttp(pile, application);
            HttpResponse<String> page = passant.lire("/accueil");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("10");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("Le service démarre", "s’ouvre de lui-même", "Réessayer");
            exiger(passant, "/sante/vivante", 200, "vivant");
            exiger(passant, "/sante/prete", 503, "pas-pret");
            exiger(passant, "/sante", 503, "indisponible");

            try (MandataireMariaDb mandataire = new MandataireMariaDb(pile.portDeLaBase(), port)) {
                attendre(passant, "/sante", 200);
                attendre(passant, "/sante/prete", 200);
                assertThat(passant.lire("/contact").statusCode()).isEqualTo(200);
                exiger(passant, "/sante", 200, "tachesEnRetard");

                mandataire.partir();
                attendre(passant, "/sante/prete", 503);
                exiger(passant, "/sante/prete", 503, "\"base\"");
                exiger(passant, "/sante", 503, "indisponible");
                exiger(passant, "/sante/vivante", 200, "vivant");
                HttpResponse<String> morte = passant.lire("/oubli/nouveau?jeton=AAAAAAAAAAAAAAAAAAAAAA");
                assertThat(morte.statusCode()).isEqualTo(503);
                assertThat(morte.body()).contains("Service momentanément indisponible");
            }
            try (MandataireMariaDb revenue = new MandataireMariaDb(pile.portDeLaBase(), port)) {
                attendre(passant, "/sante/prete", 200);
                assertThat(revenue.allersRetours()).isNotEmpty();
            }
        } finally {
            pile.retirer(application);
        }
    }

    /** Chaque sonde répond en moins d'une seconde, quoi qu'il arrive à la base. */
    private static void exiger(ClientHttp passant, String sonde, int statut, String dit) {
        long debut = System.nanoTime();
        HttpResponse<String> reponse = passant.lire(sonde);
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).as(sonde).isLessThan(UNE_SECONDE);
        assertThat(reponse.statusCode()).as(sonde + " : " + reponse.body()).isEqualTo(statut);
        assertThat(reponse.body()).contains(dit);
    }

    private static void attendre(ClientHttp passant, String sonde, int statut) {
        long limite = System.nanoTime() + SE_LEVE_EN.toNanos();
        HttpResponse<String> reponse = passant.lire(sonde);
        while (reponse.statusCode() != statut && System.nanoTime() < limite) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            reponse = passant.lire(sonde);
        }
        assertThat(reponse.statusCode()).as(sonde + " : " + reponse.body()).isEqualTo(statut);
    }
}
