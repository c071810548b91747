package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.academie.teleservices.essais.EssaiLong;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Retour en arrière, double envoi, deux onglets, liens profonds : on arrive toujours à l'étape où l'on en est vraiment. */
@EssaiLong("le travail repris après une preuve redemandée, page par page ; PreuvesRedemandeesIT en garde le chemin")
@EssaiDeNavigateur
class RepriseIT {

    private static final String SANS_DEMANDE = "Pour regrouper des comptes, commencez ici";
    private static final String PERIMEE = "Le temps pour confirmer est passé, ou votre session s’est terminée.";

    private static final String CHANGE = "L’un des deux comptes a changé depuis votre saisie.";

    private final Pile pile;
    private final Navigateur navigateur;

    RepriseIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leRetourEnArriereApresLeSuccesPuisValiderRendLePremierResultat() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        String jeton = Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);

        parent.puisAttendre(() -> parent.page().goBack());
        if (parent.chemin().startsWith(Regroupement.ETAPE_2)) {
            Regroupement.valider(parent);
        }
        assertThat(parent.chemin()).isEqualTo(Regroupement.ETAPE_3 + jeton);
        assertThat(parent.contenu()).contains("effectuée avec succès").contains("Florian");
        exigerUnSeulRegroupement(principal, secondaire);
    }

    @Test
    void lEtape3RechargeeRedonneLeResultatEtLEtape2YMene() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        String jeton = Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);
        parent.page().reload();
        assertThat(parent.contenu()).contains("effectuée avec succès");
        parent.ouvrirPage(Regroupement.ETAPE_2 + jeton);
        assertThat(parent.chemin()).isEqualTo(Regroupement.ETAPE_3 + jeton);
        exigerUnSeulRegroupement(principal, secondaire);
    }

    @Test
    void unDoubleClicSurValiderNeRegroupeQuUneFois() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        parent.puisAttendre(() -> parent.action(".ts-actions", "VALIDER").dblclick());
        assertThat(parent.titre()).isEqualTo("CONFIRMATION DE REGROUPEMENT DE COMPTES");
        exigerUnSeulRegroupement(principal, secondaire);
    }

    @Test
    void unBoutonPresseLeDit() {
        Visiteur parent = connecte(pile.actif("Dylan"));
        Regroupement.prouver(parent, pile.cree("Florian"));
        // Relevé juste avant que la réponse ne remplace la page.
        parent.page()
                .evaluate("() => window.addEventListener('pagehide', () => sessionStorage.setItem('vu',"
                        + "document.querySelector('#valider').value + ' / '"
                        + " + document.querySelector('#valider').getAttribute('aria-disabled') + ' / '"
                        + " + document.querySelector('#annonces').textContent))");
        Regroupement.valider(parent);
        assertThat(parent.page().evaluate("() => sessionStorage.getItem('vu')"))
                .isEqualTo("Envoi en cours… / true / Envoi en cours…");
    }

    @Test
    void deuxOngletsMenentDeuxDemandesSansLesMeler() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte deuxieme = pile.cree("Florian");
        Pile.Compte troisieme = pile.actif("Inès");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, deuxieme);
        Page premier = parent.autreOnglet();
        parent.ouvrirPage(Regroupement.ETAPE_1);
        Regroupement.prouver(parent, troisieme);
        assertThat(parent.contenu()).contains(troisieme.identifiant()).doesNotContain(deuxieme.identifiant());
        Regroupement.valider(parent);

        // Le premier onglet montrait un principal qui, depuis, a reçu Inès : il montre les nouveaux faits avant d'agir.
        parent.revenirA(premier);
        Regroupement.valider(parent);
        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES - CONFIRMATION");
        assertThat(parent.contenu())
                .contains("L’un des deux comptes a changé depuis votre saisie.")
                .contains("Inès")
                .contains(deuxieme.identifiant());
        assertThat(pile.situation(deuxieme)).isEqualTo("CREE : Florian");
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès");
        exigerUnSeulRegroupement(principal, deuxieme);
        exigerUnSeulRegroupement(principal, troisieme);
    }

    @Test
    void deuxDemandesSurLeMemeCompteFinissentParUnSeulRegroupement() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        Page premier = parent.autreOnglet();
        parent.ouvrirPage(Regroupement.ETAPE_1);
        Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);
        parent.revenirA(premier);
        Regroupement.valider(parent);
        assertThat(parent.onglet()).startsWith("Erreur : Regrouper des comptes – Étape 1 sur 3");
        assertThat(parent.contenu()).contains("vient d’être regroupé autrement");
        assertThat(parent.actions("#erreurs")).contains("Voir la liste des enfants");
        exigerUnSeulRegroupement(principal, secondaire);
    }

    @Test
    void lesFaitsChangesEntreLEtape2EtValiderSontMontresAvantTout() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        pile.familles().lier(secondaire.id(), pile.familles().eleve("Noé"));
        Regroupement.valider(parent);

        assertThat(parent.onglet()).startsWith("Erreur : Regrouper des comptes - Confirmation – Étape 2 sur 3");
        assertThat(parent.clavierSur("#erreurs")).isTrue();
        assertThat(parent.contenu())
                .contains("L’un des deux comptes a changé depuis votre saisie.")
                .contains("Noé");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Noé");
    }

    /** Les deux clics partent ; le navigateur laisse tomber la réponse du premier, qui a pourtant été lue. */
    @Test
    void unDoubleClicSurDesComptesChangesDitPourquoiLEtape2Revient() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> champs = Envois.etape2(parent, jeton);
        pile.familles().lier(secondaire.id(), pile.familles().eleve("Noé"));
        String premiere = ClientHttp.versOu(Envois.valider(parent, champs));
        String seconde = ClientHttp.versOu(Envois.valider(parent, champs));
        assertThat(parent.lire(premiere).body()).contains(CHANGE, "Noé");
        assertThat(parent.lire(seconde).body()).contains(CHANGE, "Noé");
        Envois.valider(parent, Envois.etape2(parent, jeton));
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Noé");
    }

    @Test
    void unRefusQuePersonneNALuNeCoiffePasLaProchaineEtape1() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String jeton = Envois.prouver(parent, secondaire);
        Map<String, String> champs = Envois.etape2(parent, jeton);
        pile.familles().lier(secondaire.id(), pile.familles().eleve("Noé"));
        assertThat(ClientHttp.versOu(Envois.valider(parent, champs))).contains(Regroupement.ETAPE_2 + jeton);
        assertThat(parent.lire(Regroupement.ETAPE_1).body())
                .doesNotContain(CHANGE)
                .doesNotContain("id=\"erreurs\"");

        Pile.Compte autre = pile.actif("Inès");
        Map<String, String> faux = Envois.etape1(parent, autre.identifiant(), "Faux!mot2passe");
        String refuse = ClientHttp.versOu(parent.envoyer(Regroupement.ETAPE_1, faux));
        assertThat(parent.lire(Regroupement.ETAPE_1).body()).doesNotContain("id=\"erreurs\"");
        assertThat(parent.lire(refuse).body()).contains("id=\"erreurs\"");
        assertThat(parent.lire(refuse).body()).contains("id=\"erreurs\"");
    }

    @Test
    void unLienProfondSansEtape1RameneALEtape1() {
        Visiteur parent = connecte(pile.actif("Dylan"));
        for (String chemin : new String[] {
            "/compte/confirmation",
            "/compte/confirmation?demande=",
            "/compte/confirmation?demande=n-importe-quoi",
            "/compte/confirmation?demande=%00%27%3Cscript%3E",
            "/compte/regroupement",
            "/compte/regroupement?demande=n-importe-quoi",
            "/compte/regroupement?demande=11111111-2222-3333-4444-555555555555"
        }) {
            parent.ouvrirPage(chemin);
            assertThat(parent.chemin()).as(chemin).startsWith(Regroupement.ETAPE_1);
            assertThat(parent.onglet()).as(chemin).startsWith("Erreur : Regrouper des comptes – Étape 1 sur 3");
            assertThat(parent.contenu()).as(chemin).contains(SANS_DEMANDE);
        }
        parent.ouvrirPage("/compte/confirmation?demande=11111111-2222-3333-4444-555555555555");
        assertThat(parent.chemin()).startsWith(Regroupement.ETAPE_1);
        assertThat(parent.contenu()).contains(PERIMEE);
    }

    @Test
    void laDemandeDUnAutreNeSertARien() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        String jeton = Regroupement.prouver(parent, secondaire);

        Visiteur tiers = connecte(pile.actif("Yanis"));
        tiers.ouvrirPage(Regroupement.ETAPE_2 + jeton);
        assertThat(tiers.chemin()).startsWith(Regroupement.ETAPE_1);
        assertThat(tiers.page().content())
                .doesNotContain(secondaire.identifiant())
                .doesNotContain("Florian");
        Regroupement.valider(parent);
        tiers.ouvrirPage(Regroupement.ETAPE_3 + jeton);
        assertThat(tiers.chemin()).startsWith(Regroupement.ETAPE_1);
        assertThat(tiers.page().content())
                .doesNotContain(secondaire.identifiant())
                .doesNotContain("Florian");
        exigerUnSeulRegroupement(principal, secondaire);
    }

    @Test
    void uneDemandeTropVieilleRameneALEtape1SansRetaperLIdentifiant() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        pile.base()
                .executer(
                        "UPDATE demande_regroupement SET creee_le = creee_le - INTERVAL 1 HOUR, expire_le = expire_le -"
                                + " INTERVAL 1 HOUR WHERE principal_id = " + principal.id());
        Regroupement.valider(parent);
        assertThat(parent.chemin()).startsWith(Regroupement.ETAPE_1);
        assertThat(parent.contenu()).contains(PERIMEE);
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEqualTo(secondaire.identifiant());
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
    }

    private Visiteur connecte(Pile.Compte compte) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        return parent;
    }

    private void exigerUnSeulRegroupement(Pile.Compte principal, Pile.Compte secondaire) {
        assertThat(pile.base().lire("SELECT principal_id FROM regroupement WHERE secondaire_id = " + secondaire.id()))
                .containsExactly(String.valueOf(principal.id()));
        assertThat(pile.situation(secondaire)).isEqualTo("FERME : ");
    }
}
