package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** La base occupée, ou qui ne s'écrit plus : 503, quand revenir, la page en français, et personne n'est déconnecté. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class PannesDeLaBaseIT {

    private static final int FOULE = 40;
    /** Huit secondes d'attente en vain, et de quoi montrer à quarante la page qui le dit, sur une machine chargée. */
    private static final Duration AU_PLUS = Duration.ofSeconds(12);

    private final Pile pile;

    PannesDeLaBaseIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void uneReserveEpuiseeDitDeReessayerDansUneMinuteEtNePerdPasLaConnexion() throws Exception {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        Map<String, String> etape2 = Envois.etape2(parent, Envois.prouver(parent, secondaire));
        ExecutorService fils = Executors.newFixedThreadPool(FOULE);
        List<HttpResponse<String>> pages;
        HttpResponse<String> envoi;
        try (Connection verrou = pile.administration();
                Statement requete = verrou.createStatement()) {
            verrou.setCatalog("teleservices");
            requete.execute("LOCK TABLES responsable WRITE");
            List<CompletableFuture<HttpResponse<String>>> foule = IntStream.range(0, FOULE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> parent.lire("/compte/enfants"), fils))
                    .toList();
            long debut = System.nanoTime();
            envoi = Envois.valider(parent, etape2);
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(AU_PLUS);
            requete.execute("UNLOCK TABLES");
            pages = foule.stream().map(CompletableFuture::join).toList();
        } finally {
            fils.shutdown();
        }
        assertThat(pages).allSatisfy(page -> assertThat(page.statusCode()).isIn(200, 503));
        assertThat(pages.stream().filter(page -> page.statusCode() == 503))
                .isNotEmpty()
                .allSatisfy(PannesDeLaBaseIT::exigerDAttendre);
        exigerDAttendre(envoi);
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);
        assertThat(ClientHttp.versOu(Envois.valider(parent, etape2))).contains("/compte/regroupement");
    }

    @Test
    void uneBaseEnLectureSeuleLeDitAQuiSeConnecteEtAQuiValide() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        Map<String, String> etape2 = Envois.etape2(parent, Envois.prouver(parent, secondaire));
        ClientHttp arrivant = new ClientHttp(pile);
        pile.base().executer("SET GLOBAL read_only = 1");
        try {
            exigerLaLectureSeule(Envois.valider(parent, etape2));
            exigerLaLectureSeule(arrivant.entrer("/accueil", principal.identifiant(), principal.motDePasse()));
        } finally {
            pile.base().executer("SET GLOBAL read_only = 0");
        }
        assertThat(ClientHttp.versOu(Envois.valider(parent, etape2))).contains("/compte/regroupement");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        arrivant.connecter(principal);
    }

    private static void exigerDAttendre(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.body())
                .contains("Service momentanément indisponible", "Réessayez dans une minute")
                .containsPattern("Référence à donner à l’assistance.*<strong>[A-Z2-9]{8}</strong>");
    }

    private static void exigerLaLectureSeule(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.body()).contains("Le service est momentanément en lecture seule", "n’est perdu");
    }
}
