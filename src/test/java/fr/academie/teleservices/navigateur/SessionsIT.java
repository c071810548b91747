package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import org.junit.jupiter.api.Test;

/** Sessions expirées, déconnexion unique, comptes fermés pendant qu'on s'en sert. */
@EssaiLong("une session perdue à chaque étape ; AccesFilterTest et ConnexionIT gardent l'entrée")
@EssaiDeNavigateur
class SessionsIT {

    private static final String REPRISE =
            "Votre session s’était terminée : ce que vous veniez d’envoyer n’a pas été enregistré.";

    private static final String ENVOI_PERDU = REPRISE + " Vous êtes connecté avec le compte ";

    private final Pile pile;
    private final Navigateur navigateur;

    SessionsIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void lIdentifiantSaisiSurvitALaSessionPerdueALEtape1() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        parent.ouvrirPage(Regroupement.ETAPE_1);
        parent.saisir(Regroupement.IDENTIFIANT, secondaire.identifiant());
        parent.saisir(Regroupement.MOT_DE_PASSE, secondaire.motDePasse());
        parent.contexte().clearCookies();
        Regroupement.suivant(parent);

        assertThat(parent.onglet()).startsWith("Connexion – Scolarité Services");
        parent.sIdentifier(principal.identifiant(), principal.motDePasse());
        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES");
        assertThat(parent.contenu()).contains(REPRISE);
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEqualTo(secondaire.identifiant());
        assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();

        parent.saisir(Regroupement.MOT_DE_PASSE, secondaire.motDePasse());
        Regroupement.suivant(parent);
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
    }

    @Test
    void uneSessionFinieAilleursRepartSansMotDePasseTantQueLeCasConnaitLaPersonne() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        parent.ouvrirPage(Regroupement.ETAPE_1);
        pile.finirLesSessions(principal);
        Regroupement.saisir(parent, secondaire.identifiant(), secondaire.motDePasse());

        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES");
        assertThat(parent.contenu()).contains(REPRISE);
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEqualTo(secondaire.identifiant());
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    @Test
    void laSessionPerdueALEtape2RameneALEtape1AvecLaRaison() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        parent.contexte().clearCookies();
        Regroupement.valider(parent);
        parent.sIdentifier(principal.identifiant(), principal.motDePasse());

        exigerLaReprise(parent, secondaire);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    @Test
    void laDeconnexionUniqueAuMilieuArreteToutSurLeChamp() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        assertThat(pile.cas().deconnecter(principal.identifiant())).isEqualTo(1);
        Regroupement.valider(parent);

        assertThat(parent.onglet()).startsWith("Connexion – Scolarité Services");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
        parent.sIdentifier(principal.identifiant(), principal.motDePasse());
        exigerLaReprise(parent, secondaire);
    }

    @Test
    void uneAutrePersonneQuiReprendLeTelephoneNeVoitRienDeLaPremiere() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Pile.Compte autre = pile.autrePersonne("Yanis");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        pile.cas().deconnecter(principal.identifiant());
        Regroupement.valider(parent);
        parent.sIdentifier(autre.identifiant(), autre.motDePasse());

        assertThat(parent.page().content())
                .doesNotContain("Dylan")
                .doesNotContain("Florian")
                .doesNotContain(secondaire.identifiant())
                .doesNotContain(principal.identifiant());
    }

    @Test
    void deuxComptesDansUnNavigateurCeQueLePremierAvaitRempliNEstJamaisFaitParLeSecond() {
        Pile.Compte premier = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Pile.Compte second = pile.autrePersonne("Yanis");
        Visiteur navigateurPartage = connecte(premier);
        String eleve = pile.base()
                .lire("SELECT eleve_id FROM rattachement WHERE responsable_id = " + premier.id())
                .get(0);
        navigateurPartage.ouvrirPage("/compte/contester?eleve=" + eleve);
        Page contestation = navigateurPartage.autreOnglet();
        navigateurPartage.ouvrirPage("/compte/mot-de-passe");
        navigateurPartage.saisir("Mot de passe actuel", premier.motDePasse());
        navigateurPartage.page().locator("#nouveau-saisie").fill("Marée-Haute-7-Grèves");
        navigateurPartage.page().locator("#confirmation-saisie").fill("Marée-Haute-7-Grèves");
        Page motDePasse = navigateurPartage.autreOnglet();
        Regroupement.prouver(navigateurPartage, secondaire);
        Page confirmation = navigateurPartage.autreOnglet();
        navigateurPartage.ouvrirPage("/accueil");
        navigateurPartage.deplierLeMenu();
        navigateurPartage.presserDans("body", "SE DÉCONNECTER");
        navigateurPartage.seConnecter(second);
        assertThat(navigateurPartage.contenu()).contains("YANIS");

        navigateurPartage.revenirA(confirmation);
        Regroupement.valider(navigateurPartage);
        assertThat(navigateurPartage.contenu())
                .contains("Le temps pour confirmer est passé, ou votre session s’est terminée.")
                .contains("Compte à regrouper avec " + second.identifiant());
        exigerQueRienNAppartienneA(premier, secondaire, navigateurPartage);

        navigateurPartage.revenirA(contestation);
        navigateurPartage.puisAttendre(
                () -> navigateurPartage.page().locator("#confirmer").click());
        assertThat(navigateurPartage.contenu()).contains(ENVOI_PERDU + second.identifiant());
        exigerQueRienNAppartienneA(premier, secondaire, navigateurPartage);

        navigateurPartage.revenirA(motDePasse);
        navigateurPartage.presserDans(".ts-actions", "Enregistrer");
        assertThat(navigateurPartage.contenu()).contains(ENVOI_PERDU + second.identifiant());

        assertThat(pile.situation(premier)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
        assertThat(pile.situation(second)).isEqualTo("ACTIF : Yanis");
        assertThat(pile.base()
                        .lire("SELECT DISTINCT etat FROM rattachement WHERE responsable_id IN (" + premier.id() + ", "
                                + second.id() + ")"))
                .containsExactly("ACTIF");
        assertThat(pile.base().lire("SELECT mot_de_passe FROM responsable WHERE id = " + second.id()))
                .containsExactly(Familles.ARGON2);
    }

    @Test
    void leCompteFermePerdSesSessionsOuvertesEtNeSeConnectePlus() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.actif("Florian");
        Visiteur ailleurs = navigateur.visiteur(Navigateur.ORDINATEUR);
        ailleurs.seConnecter(secondaire);
        assertThat(ailleurs.contenu()).contains("FLORIAN");

        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);
        assertThat(parent.contenu()).contains("effectuée avec succès");

        ailleurs.ouvrirPage("/compte/enfants");
        assertThat(ailleurs.page().content()).doesNotContain("Florian");
        assertThat(ailleurs.onglet()).isEqualTo("Compte fermé – Scolarité Services");
        assertThat(ailleurs.contenu()).contains("regroupé avec le compte " + principal.identifiant());
        Visiteur encore = navigateur.visiteur();
        encore.ouvrirPage("/accueil");
        encore.sIdentifier(secondaire.identifiant(), secondaire.motDePasse());
        assertThat(encore.onglet()).startsWith("Erreur : Connexion");
        assertThat(encore.contenu()).contains("n’est pas reconnu");
    }

    @Test
    void lePrincipalFermePendantSaProprePreuveNeConfirmePlusRien() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = connecte(principal);
        Regroupement.prouver(parent, secondaire);
        pile.base()
                .executer(
                        "UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + principal.id(),
                        "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                                + " ferme_le = UTC_TIMESTAMP(3), version = version + 1 WHERE id = " + principal.id());
        Regroupement.valider(parent);
        assertThat(parent.onglet()).isEqualTo("Compte fermé – Scolarité Services");
        assertThat(parent.contenu()).doesNotContain("regroupé avec le compte");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    private Visiteur connecte(Pile.Compte compte) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        return parent;
    }

    private static void exigerQueRienNAppartienneA(Pile.Compte premier, Pile.Compte secondaire, Visiteur visiteur) {
        assertThat(visiteur.page().content())
                .doesNotContain("Dylan")
                .doesNotContain("Florian")
                .doesNotContain(premier.identifiant())
                .doesNotContain(secondaire.identifiant());
    }

    private static void exigerLaReprise(Visiteur parent, Pile.Compte secondaire) {
        assertThat(parent.chemin()).startsWith(Regroupement.ETAPE_1);
        assertThat(parent.onglet()).startsWith("Erreur : Regrouper des comptes – Étape 1 sur 3");
        assertThat(parent.contenu()).contains("Le temps pour confirmer est passé, ou votre session s’est terminée.");
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEqualTo(secondaire.identifiant());
        assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();
    }
}
