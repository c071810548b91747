package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Des formulaires rejoués, forgés, venus d'ailleurs : une page répond toujours, et rien de plus n'est fait. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class FormulairesIT {

    private final Pile pile;

    FormulairesIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void validerEnvoyeHuitFoisEnsembleNeRegroupeQuUneFois() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> champs = Envois.etape2(parent, jeton);
        ExecutorService fils = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<HttpResponse<String>>> envois = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                envois.add(CompletableFuture.supplyAsync(() -> Envois.valider(parent, champs), fils));
            }
            assertThat(envois.stream().map(CompletableFuture::join)).allSatisfy(reponse -> {
                assertThat(reponse.statusCode()).isEqualTo(302);
                assertThat(ClientHttp.versOu(reponse)).contains(Regroupement.ETAPE_3 + jeton);
            });
        } finally {
            fils.shutdown();
        }
        exigerUnRegroupement(principal, secondaire);
        assertThat(ClientHttp.versOu(Envois.valider(parent, champs))).contains(Regroupement.ETAPE_3 + jeton);
        exigerUnRegroupement(principal, secondaire);
    }

    @Test
    void unEtatDePageForgeOuAbsentNeConfirmeRien() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> bons = Envois.etape2(parent, jeton);
        List<String> forges = List.of(
                "", "stateless", "0:0", "-1:-1", "1234567890123456789:-1234567890123456789", "rO0ABXVyABNb", "é\u0000");
        for (String forge : forges) {
            exigerLaPage(Envois.valider(parent, avec(bons, Envois.ETAT, forge)), forge);
        }
        Map<String, String> sansEtat = new TreeMap<>(bons);
        sansEtat.remove(Envois.ETAT);
        HttpResponse<String> page = Envois.valider(parent, sansEtat);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ce compte sera fermé");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");

        assertThat(Envois.valider(parent, bons).statusCode()).isEqualTo(302);
        exigerUnRegroupement(principal, secondaire);
    }

    @Test
    void lePremierOngletNeConfirmePasCeQueLeSecondAMontre() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> premierOnglet = Envois.etape2(parent, jeton);
        pile.base()
                .executer("INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT "
                        + secondaire.id() + ", eleve_id, 1, 10, 'ACTIF' FROM rattachement WHERE responsable_id = "
                        + pile.actif("Inès").id());
        Map<String, String> secondOnglet = Envois.etape2(parent, jeton);

        String suite = ClientHttp.versOu(Envois.valider(parent, premierOnglet));
        assertThat(suite).contains(Regroupement.ETAPE_2 + jeton);
        assertThat(parent.lire(Regroupement.ETAPE_2 + jeton).body()).contains("L’un des deux comptes a changé", "Inès");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");

        assertThat(ClientHttp.versOu(Envois.valider(parent, secondOnglet))).contains(Regroupement.ETAPE_3 + jeton);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès");
    }

    @Test
    void lEtatDePageDUnAutreNeSertPas() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp victime = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(victime, secondaire);
        ClientHttp attaquant = new ClientHttp(pile).connecter(pile.actif("Yanis"));
        Map<String, String> etrangers = Envois.etape1(attaquant, "x", "y");

        Map<String, String> melange =
                avec(Envois.etape2(victime, jeton), Envois.ETAT, String.valueOf(etrangers.get(Envois.ETAT)));
        exigerLaPage(Envois.valider(victime, melange), "état d'un autre");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    @Test
    void laDemandeDUnAutreEnvoyeeDansSonPropreFormulaireNeRegroupeRien() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Pile.Compte attaquant = pile.actif("Yanis");
        ClientHttp victime = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(victime, secondaire);
        ClientHttp tiers = new ClientHttp(pile).connecter(attaquant);
        String sien = Envois.prouver(tiers, pile.cree("Noé"));

        HttpResponse<String> reponse = Envois.valider(tiers, avec(Envois.etape2(tiers, sien), "demande", jeton));
        assertThat(reponse.body()).doesNotContain("Florian");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
        assertThat(pile.situation(attaquant)).doesNotContain("Florian");
    }

    @Test
    void unFormulaireVenuDUnAutreSiteEstRefuseAvantTout() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> champs = Envois.etape2(parent, jeton);
        String[][] ailleurs = {
            {"Origin", "https://attaquant.example"},
            {"Origin", "null"},
            {"Origin", pile.adresse() + ".attaquant.example"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        };
        for (String[] entetes : ailleurs) {
            HttpResponse<String> reponse = parent.envoyer("/compte/confirmation", champs, entetes);
            assertThat(reponse.statusCode()).as(String.join(" ", entetes)).isEqualTo(403);
            assertThat(reponse.body()).contains("Formulaire non accepté").contains("class=\"fr-header\"");
            assertThat(parent.envoyer("/deconnexion", Map.of(), entetes).statusCode())
                    .isEqualTo(403);
        }
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);
        assertThat(parent.envoyer(
                                "/compte/confirmation",
                                champs,
                                "Origin",
                                pile.adresse(),
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(302);
        exigerUnRegroupement(principal, secondaire);
    }

    @Test
    void ceQuiEstTapeOuImporteEstMontreSansEtreExecute() {
        String balise = "<img src=x onerror=alert(1)>\"'";
        Pile.Compte principal = pile.actif(balise);
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        for (String page : List.of("/accueil", "/compte/enfants", "/contact")) {
            assertThat(parent.lire(page).body())
                    .as(page)
                    .containsIgnoringCase("&lt;img src=x")
                    .doesNotContainIgnoringCase("<img src=x");
        }
        HttpResponse<String> suite = Envois.saisir(parent, "\"><script>alert(1)</script>", "Mauvais!2026");
        assertThat(parent.lire(ClientHttp.versOu(suite)).body())
                .contains("alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void unTropGrosEnvoiEstRefuseSansPanne() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        Map<String, String> champs = Envois.etape1(parent, "x".repeat(3_000_000), "y");
        assertThat(parent.envoyer(Regroupement.ETAPE_1, champs).statusCode()).isEqualTo(413);
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);
    }

    /** La même page revient, sans rien faire, et dit que rien n'a été enregistré. */
    private static void exigerLaPage(HttpResponse<String> reponse, String cas) {
        assertThat(reponse.statusCode()).as(cas).isEqualTo(302);
        assertThat(ClientHttp.versOu(reponse))
                .as(cas)
                .contains("/compte/confirmation")
                .contains("motif=SESSION_EXPIREE");
    }

    private static Map<String, String> avec(Map<String, String> champs, String nom, String valeur) {
        Map<String, String> autres = new TreeMap<>(champs);
        autres.put(nom, valeur);
        return autres;
    }

    private void exigerUnRegroupement(Pile.Compte principal, Pile.Compte secondaire) {
        assertThat(pile.base().lire("SELECT principal_id FROM regroupement WHERE secondaire_id = " + secondaire.id()))
                .containsExactly(String.valueOf(principal.id()));
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(secondaire)).isEqualTo("FERME : ");
    }
}
