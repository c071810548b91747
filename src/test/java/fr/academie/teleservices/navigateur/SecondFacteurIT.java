package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Là où le profil d'académie nomme un second facteur, un agent n'écrit, ne donne un droit ni ne casse rien sans lui. */
@EssaiLong(
        "chaque réponse d'un CAS à second facteur ; ValidationCasTest garde ce qui s'y lit, NiveauxIT ce que chaque niveau ouvre")
@ExtendWith(PileExtension.class)
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFacteurIT {

    static final String ATTRIBUT = "authenticationMethod";
    static final String VALEUR = "mfa-webauthn";

    private static final Geste COURRIER = GestesDuBureau.geste("/etablissement/courrier#post");

    private final Pile pile;
    private final EcoleDEssai ecole;

    SecondFacteurIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zfacteur");
    }

    static Stream<List<String>> insuffisantes() {
        return Stream.of(
                List.of(), List.of(""), List.of("mfa-simple"), List.of("mfa-webauthn-2"), List.of("mfa-simple", "MFA"));
    }

    static Stream<List<String>> suffisantes() {
        return Stream.of(List.of(VALEUR), List.of("mfa-simple", VALEUR));
    }

    @ParameterizedTest
    @MethodSource("insuffisantes")
    void sansLuiLAgentLitMaisNecritRienEtLitPourquoi(List<String> valeurs) {
        pile.cas().imposer(Map.of(ATTRIBUT, valeurs));
        ClientHttp chef = entrer();
        assertThat(chef.lire("/etablissement").statusCode()).isEqualTo(200);
        long faits = courriers();

        HttpResponse<String> demande = chef.lire(page());
        assertThat(ClientHttp.versOu(demande)).endsWith("&renew=true");
        HttpResponse<String> retour = redonner(chef, demande);

        assertThat(retour.statusCode()).isEqualTo(403);
        assertThat(retour.body())
                .contains(
                        "Une seconde vérification est demandée",
                        "Rien n’a été changé.",
                        "Connectez-vous avec ce second moyen");
        assertThat(chef.lire("/etablissement").statusCode())
                .as("sa session reste")
                .isEqualTo(200);
        HttpResponse<String> force =
                chef.envoyer(COURRIER.envoi(), Map.of("id", ecole.numero("aEcrire"), "uai", ecole.uai()));
        assertThat(force.statusCode()).isNotEqualTo(200);
        assertThat(courriers()).isEqualTo(faits);
    }

    @ParameterizedTest
    @MethodSource("suffisantes")
    void avecLuiLaPageSOuvre(List<String> valeurs) {
        pile.cas().imposer(Map.of(ATTRIBUT, valeurs));
        assertThat(entrer().lire(page()).statusCode()).isEqualTo(200);
    }

    @Test
    void leDonnerEnCoursDeRouteRameneALaPageDemandee() {
        ClientHttp chef = entrer();
        HttpResponse<String> demande = chef.lire(page());
        pile.cas().imposer(Map.of(ATTRIBUT, List.of(VALEUR)));

        assertThat(ClientHttp.versOu(redonner(chef, demande))).endsWith(page());
        assertThat(chef.lire(page()).statusCode()).isEqualTo(200);
    }

    @Test
    void unResponsableNEnAPasBesoin() {
        Pile.Compte parent = pile.actif("Dylan");
        ClientHttp client = new ClientHttp(pile, pile.deuxFacteurs());
        client.entrer("/accueil", parent.identifiant(), parent.motDePasse());
        assertThat(client.lire("/compte/portable").statusCode()).isEqualTo(200);
    }

    private String page() {
        return COURRIER.page() + "?id=" + ecole.numero("aEcrire") + "&uai=" + ecole.uai();
    }

    private HttpResponse<String> redonner(ClientHttp client, HttpResponse<String> demande) {
        return client.lire(client.sIdentifier(ClientHttp.versOu(demande), ecole.agent("chef"), Familles.MOT_DE_PASSE));
    }

    private ClientHttp entrer() {
        ClientHttp chef = new ClientHttp(pile, pile.deuxFacteurs());
        assertThat(ClientHttp.versOu(chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE)))
                .endsWith("/etablissement");
        return chef;
    }

    private long courriers() {
        return pile.base().compter("SELECT COUNT(*) FROM courrier");
    }
}
