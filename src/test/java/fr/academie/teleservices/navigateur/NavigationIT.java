package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ANNULER, RETOUR, le menu et SE DÉCONNECTER, de partout. */
@EssaiLong("le menu et la déconnexion vus de chaque page ; ParcoursIT et VoiesIT les emploient")
@EssaiDeNavigateur
class NavigationIT {

    private static final String SORTIES = "() => [...document.querySelectorAll('button, a, input')]"
            + ".filter(e => /déconnecter/i.test(e.textContent || e.value || '') && e.checkVisibility()).length";

    /** Le premier bouton d'envoi d'une page qui en a un autre que la sortie. */
    private static final String PREMIER_ENVOI = "() => { const noms = [...document.querySelectorAll('button, input')]"
            + ".filter(b => b.type === 'submit').map(b => b.textContent + b.value);"
            + " return noms.some(n => !/déconnecter/i.test(n)) ? noms[0] : ''; }";

    private final Pile pile;
    private final Navigateur navigateur;

    NavigationIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void annulerALEtape1RevientAuxEnfantsSansRienGarder() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(Regroupement.ETAPE_1);
        parent.saisir(Regroupement.IDENTIFIANT, "cristelle.autre");
        parent.presser("ANNULER");
        assertThat(parent.chemin()).isEqualTo("/compte/enfants");
        parent.presser("REGROUPER DES COMPTES");
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEmpty();
    }

    @Test
    void annulerApresUnRefusNeLaisseNiErreurNiSaisie() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, "personne.inconnue", "Mauvais!2026");
        parent.presser("ANNULER");
        assertThat(parent.titre()).isEqualTo("ENFANTS");
        parent.presser("REGROUPER DES COMPTES");
        assertThat(parent.onglet()).doesNotStartWith("Erreur");
    }

    @Test
    void annulerALEtape2NeRegroupeRien() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        Regroupement.prouver(parent, secondaire);
        parent.presser("ANNULER");
        assertThat(parent.chemin()).isEqualTo("/compte/enfants");
        assertThat(parent.contenu()).contains("Dylan").doesNotContain("Florian");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("CREE : Florian");
    }

    @Test
    void alEtape3OnPeutRegrouperUnAutreCompteAussitot() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte deuxieme = pile.cree("Florian");
        Pile.Compte troisieme = pile.actif("Inès");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        Regroupement.prouver(parent, deuxieme);
        Regroupement.valider(parent);
        parent.presser("REGROUPER UN AUTRE COMPTE");
        assertThat(parent.onglet()).isEqualTo("Regrouper des comptes – Étape 1 sur 3 – Scolarité Services");
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEmpty();
        Regroupement.prouver(parent, troisieme);
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès");
    }

    @Test
    void lEnfantDesDeuxComptesNEstMontreQuUneFois() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.actif("Inès");
        pile.base()
                .executer("INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat) SELECT "
                        + secondaire.id() + ", eleve_id, 1, 10, 'ACTIF' FROM rattachement WHERE responsable_id = "
                        + principal.id());
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        Regroupement.prouver(parent, secondaire);
        assertThat(parent.texte(".ts-enfants"))
                .contains("Sur les deux comptes, gardé une seule fois")
                .contains("Vient de l’autre compte")
                .containsOnlyOnce("Dylan");
        Regroupement.valider(parent);
        assertThat(parent.texte(".ts-enfants")).containsOnlyOnce("Dylan").contains("Inès");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Inès");
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void leMenuMeneChaqueFoisOuIlLeDit(int largeur) {
        Visiteur parent = navigateur.visiteur(largeur);
        parent.seConnecter(pile.actif("Dylan"));
        Map<String, String> entrees = new LinkedHashMap<>();
        entrees.put("MON COMPTE", "VOTRE COMPTE");
        entrees.put("ACCUEIL", "ACCUEIL");
        entrees.put("LIENS UTILES", "LIENS UTILES");
        entrees.put("COLLÈGE", "CONTACT");
        entrees.put("CONTACT", "CONTACT");
        for (Map.Entry<String, String> entree : entrees.entrySet()) {
            parent.deplierLeMenu();
            parent.presserDans("#navigation", entree.getKey());
            assertThat(parent.titre()).as(entree.getKey()).isEqualTo(entree.getValue());
        }
        parent.deplierLeMenu();
        parent.presserDans("#navigation", "ENT");
        assertThat(parent.onglet()).startsWith("Accueil – ARGOS / Osé");
    }

    @Test
    void leMenuEstLeMemeSurToutesLesPages() {
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(pile.actif("Dylan"));
        List<String> pages = new ArrayList<>(Pages.PERSONNELLES);
        pages.addAll(Pages.PUBLIQUES);
        pages.add("/page-qui-n-existe-pas");
        for (String page : pages) {
            parent.ouvrirPage(page);
            exigerLeMenu(parent);
            exigerUneSortie(parent);
        }
        Regroupement.prouver(parent, secondaire);
        exigerLeMenu(parent);
        exigerUneSortie(parent);
        Regroupement.valider(parent);
        exigerLeMenu(parent);
    }

    @Test
    void seDeconnecterNEstQuUneFoisSurChaquePageDuSecondHabillage() {
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR).choisir(pile.monCompte());
        parent.seConnecter(pile.actif("Dylan"));
        for (String page : Pages.PERSONNELLES) {
            parent.ouvrirPage(page);
            exigerUneSortie(parent);
        }
    }

    @Test
    void seDeconnecterNEstQuUneFoisAuBureauALActivationEtAuxPagesDErreur() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zsortie");
        Visiteur chef = navigateur.visiteur(Navigateur.ORDINATEUR);
        chef.ouvrirPage("/etablissement");
        chef.sIdentifier(ecole.agent("chef"), Familles.MOT_DE_PASSE);
        for (String page : List.of(
                "/etablissement",
                "/etablissement/comptes",
                "/etablissement/courriers",
                "/etablissement/contestations",
                "/etablissement/suivi",
                "/etablissement/habilitations",
                "/etablissement/journal",
                "/assistance",
                "/accueil",
                "/page-qui-n-existe-pas")) {
            chef.ouvrirPage(page);
            exigerUneSortie(chef);
        }
        Visiteur neuf = navigateur.visiteur(Navigateur.ORDINATEUR);
        neuf.seConnecter(pile.cree("Florian"));
        exigerUneSortie(neuf);
        neuf.presserDans(".ts-actions", "SUIVANT");
        exigerUneSortie(neuf);
        Visiteur eleve = navigateur.visiteur(Navigateur.ORDINATEUR);
        eleve.ouvrirPage("/etablissement");
        eleve.sIdentifier("dylan.durand", "Eleve!2026");
        exigerUneSortie(eleve);
        eleve.elargir(Navigateur.ORDINATEUR);
        eleve.presserDans("main", "Se déconnecter");
        assertThat(eleve.chemin()).isEqualTo("/deconnecte");
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void unAgentSeDeconnecteAuTelephoneCommeALOrdinateur(int largeur) {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zsort" + largeur);
        Visiteur chef = navigateur.visiteur(largeur);
        chef.ouvrirPage("/etablissement");
        chef.sIdentifier(ecole.agent("chef"), Familles.MOT_DE_PASSE);
        chef.deplierLeMenu();
        chef.presserDans("header", "SE DÉCONNECTER");
        assertThat(chef.chemin()).isEqualTo("/deconnecte");
    }

    @Test
    void sansScriptSeDeconnecterSeConfirme() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.sansScript(Navigateur.TELEPHONE);
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/enfants");
        parent.presserDans(".ts-menu-compte", "SE DÉCONNECTER");
        assertThat(parent.titre()).isEqualTo("Se déconnecter");
        assertThat(pile.cas().sessions(compte.identifiant())).isEqualTo(1);
        parent.presserDans("main", "SE DÉCONNECTER");
        assertThat(parent.chemin()).isEqualTo("/deconnecte");
        assertThat(pile.cas().sessions(compte.identifiant())).isZero();
    }

    @Test
    void leSelecteurDeLAccueilMontreLEnfantChoisi() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan", "Florian"));
        assertThat(parent.texte("h2.ts-prenom")).isEqualTo("DYLAN DURAND");
        parent.presserDans(".ts-choix", "FLORIAN");
        assertThat(parent.texte("h2.ts-prenom")).isEqualTo("FLORIAN DURAND");
        parent.ouvrirPage("/accueil?enfant=999999999");
        assertThat(parent.texte("h2.ts-prenom")).isEqualTo("DYLAN DURAND");
    }

    @Test
    void leProfilMontreLIdentiteEtLAdresseMail() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte");
        parent.presser("PROFIL");
        assertThat(parent.contenu())
                .contains("Prénom Cristelle")
                .contains("Nom de famille DURAND")
                .contains(compte.identifiant() + "@exemple.fr")
                .doesNotContain(compte.motDePasse());
    }

    @Test
    void retourRameneAuPortail() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage("/compte/enfants");
        parent.presser("RETOUR");
        assertThat(parent.onglet()).startsWith("Accueil – ARGOS / Osé");
    }

    @Test
    void seDeconnecterFermeLaSessionIciEtAuCas() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/enfants");
        parent.presserDans(".ts-menu-compte", "SE DÉCONNECTER");
        assertThat(parent.chemin()).isEqualTo("/deconnecte");
        assertThat(parent.contenu()).contains("Vous êtes déconnecté de Scolarité Services.");
        assertThat(pile.cas().sessions(compte.identifiant())).isZero();

        parent.page().goBack();
        assertThat(parent.page().content()).doesNotContain("Dylan");
        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.onglet()).startsWith("Connexion – Scolarité Services");
        assertThat(parent.champ("votre mot de passe").isVisible()).isTrue();
    }

    @ParameterizedTest(name = "depuis {0}")
    @ValueSource(strings = {"/accueil", "/liens-utiles", "/page-qui-n-existe-pas"})
    void seDeconnecterEstAussiDansLeMenuDeChaquePage(String page) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(page);
        parent.deplierLeMenu();
        parent.presserDans("#menu-principal", "SE DÉCONNECTER");
        assertThat(parent.chemin()).isEqualTo("/deconnecte");
    }

    /**
     * Les guides impriment SE DÉCONNECTER dans le menu de l'accueil et dans celui de VOTRE COMPTE, qui n'y sont jamais ensemble : ici le
     * second l'emporte où il est.
     */
    private static void exigerLeMenu(Visiteur parent) {
        List<String> attendu =
                new ArrayList<>(List.of("MON COMPTE", "ACCUEIL", "LIENS UTILES", "ENT", "COLLÈGE", "CONTACT"));
        if (parent.actions("main").stream().noneMatch("SE DÉCONNECTER"::equals)) {
            attendu.add("SE DÉCONNECTER");
        }
        assertThat(parent.actions("#navigation")).as(parent.chemin()).containsExactlyElementsOf(attendu);
    }

    /** Une seule commande de sortie à chaque largeur, menu déplié, et jamais le premier bouton d'envoi, que Entrée ou un outil presse. */
    private static void exigerUneSortie(Visiteur personne) {
        for (int largeur : new int[] {Navigateur.TELEPHONE, Navigateur.ORDINATEUR}) {
            personne.elargir(largeur);
            personne.deplierLeMenu();
            assertThat(personne.page().evaluate(SORTIES))
                    .as(personne.chemin() + " à " + largeur)
                    .isEqualTo(1);
            assertThat((String) personne.page().evaluate(PREMIER_ENVOI))
                    .as(personne.chemin())
                    .doesNotContainIgnoringCase("déconnecter");
        }
    }
}
