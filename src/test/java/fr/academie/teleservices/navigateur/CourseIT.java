package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ce que lit qui perd une course, et qui subit un incident. Du même genre : les deux se ferment l'un l'autre, un double clic, un
 * rechargement, un incident à l'étape 1 ou à VALIDER.
 */
@ExtendWith(PileExtension.class)
@Timeout(120)
class CourseIT {

    private final Pile pile;

    CourseIT(Pile pile) {
        this.pile = pile;
    }

    /** Un parent à l'étape 2, prêt à valider. */
    private record Pret(Pile.Compte compte, ClientHttp client, Map<String, String> champs) {}

    @RepeatedTest(5)
    void deuxRegroupementsCroisesLePerdantLitQuiLAEmporteMemeEnDoubleClic() {
        Pile.Compte un = pile.actif("Dylan");
        Pile.Compte autre = pile.actif("Florian");
        List<Pret> prets = List.of(pret(un, autre), pret(autre, un));
        ExecutorService fils = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<HttpResponse<String>>> envois = Stream.concat(prets.stream(), prets.stream())
                    .map(pret ->
                            CompletableFuture.supplyAsync(() -> Envois.valider(pret.client(), pret.champs()), fils))
                    .toList();
            assertThat(envois.stream().map(CompletableFuture::join)).allSatisfy(reponse -> {
                assertThat(reponse.statusCode()).as(reponse.body()).isIn(302, 403);
                assertThat(reponse.headers().firstValue("Location").orElse(""))
                        .doesNotContain("SESSION_EXPIREE")
                        .doesNotContain("/cas/");
            });
        } finally {
            fils.shutdown();
        }
        boolean unGagne = pile.situation(un).startsWith("ACTIF");
        Pret gagnant = prets.get(unGagne ? 0 : 1);
        Pret perdant = prets.get(unGagne ? 1 : 0);
        assertThat(pile.situation(gagnant.compte())).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(perdant.compte())).isEqualTo("FERME : ");
        for (int lecture = 0; lecture < 2; lecture++) {
            HttpResponse<String> page = perdant.client().lire("/compte/regrouper");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body())
                    .contains("Compte fermé")
                    .contains("regroupé avec le compte " + gagnant.compte().identifiant());
        }
        assertThat(Envois.valider(perdant.client(), perdant.champs()).statusCode())
                .isEqualTo(403);
        assertThat(gagnant.client().lire("/compte/enfants").body()).contains("Florian");
    }

    @Test
    void unIncidentSurUnEnvoiGardeSonStatutSaPageEtSaReference() {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        Map<String, String> etape1 = Envois.etape1(parent, secondaire.identifiant(), secondaire.motDePasse());
        Map<String, String> etape2 = Envois.etape2(parent, Envois.prouver(parent, secondaire));
        pile.base().executer("RENAME TABLE demande_regroupement TO demande_mise_de_cote");
        try {
            exigerUnIncident(parent.envoyer(Regroupement.ETAPE_1, etape1));
            exigerUnIncident(Envois.valider(parent, etape2));
        } finally {
            pile.base().executer("RENAME TABLE demande_mise_de_cote TO demande_regroupement");
        }
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    private Pret pret(Pile.Compte compte, Pile.Compte secondaire) {
        ClientHttp client = new ClientHttp(pile).connecter(compte);
        return new Pret(compte, client, Envois.etape2(client, Envois.prouver(client, secondaire)));
    }

    private static void exigerUnIncident(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("Une erreur est survenue")
                .containsPattern("Référence à donner à l’assistance.*<strong>[A-Z2-9]{8}</strong>");
    }
}
