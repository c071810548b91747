package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L'étape 1 sur un téléphone : plus courte que le courrier, et une chose à la fois après deux refus. */
@EssaiDeNavigateur
class EtapeUneIT {

    /** La hauteur d'un téléphone courant, barre du navigateur ôtée. */
    private static final int HAUTEUR = 844;

    private static final int MOTS = 90;
    private static final double PART_DU_CADRE = 0.25;

    private final Pile pile;
    private final Navigateur navigateur;

    EtapeUneIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void lesDeuxChampsEtSuivantTiennentDansLePremierEcran() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(Regroupement.ETAPE_1);
        assertThat(parent.texte(".ts-reste")).contains("votre compte « Principal »");

        assertThat(bas(parent, "#autreIdentifiant-saisie")).isLessThanOrEqualTo(HAUTEUR);
        assertThat(bas(parent, "#autreMotDePasse-saisie")).isLessThanOrEqualTo(HAUTEUR);
        assertThat(bas(parent, "#suivant")).isLessThanOrEqualTo(HAUTEUR);
        assertThat(bas(parent, ".ts-menu-compte")).as("en-tête et menu").isLessThanOrEqualTo(HAUTEUR * PART_DU_CADRE);
        assertThat(parent.contenu().split(" ")).hasSizeLessThanOrEqualTo(MOTS);
    }

    @Test
    void leCourrierSeDepliePourMontrerOuLire() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(Regroupement.ETAPE_1);

        assertThat(parent.contenu()).doesNotContain("2BUYJ9C8");
        parent.page().locator("summary").click();
        assertThat(parent.contenu()).contains("2BUYJ9C8");
        assertThat(haut(parent, ".ts-courrier")).isLessThan(haut(parent, "#autreIdentifiant-saisie"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void apresDeuxRefusUneChoseALaFois(boolean avecScript) {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = avecScript ? navigateur.visiteur() : navigateur.sansScript(Navigateur.TELEPHONE);
        parent.seConnecter(principal);
        Regroupement.saisir(parent, secondaire.identifiant(), "Mauvais!2026");
        assertThat(parent.affiche(Regroupement.MOT_DE_PASSE)).as("un refus").isTrue();
        Regroupement.saisir(parent, "faute." + secondaire.identifiant(), secondaire.motDePasse());

        assertThat(parent.affiche(Regroupement.MOT_DE_PASSE)).as("deux refus").isFalse();
        assertThat(parent.contenu()).contains("Il vous reste 3 essais avant une attente.");
        Regroupement.suivant(parent);
        assertThat(parent.contenu()).contains("Identifiant de l’autre compte : faute." + secondaire.identifiant());
        parent.presser("Modifier l’identifiant");
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).startsWith("faute.");
        parent.saisir(Regroupement.IDENTIFIANT, secondaire.identifiant());
        Regroupement.suivant(parent);
        parent.saisir(Regroupement.MOT_DE_PASSE, secondaire.motDePasse());
        // Entrée, comme sur un clavier de téléphone : c'est SUIVANT qui part, pas « Modifier ».
        parent.puisAttendre(() -> parent.champ(Regroupement.MOT_DE_PASSE).press("Enter"));
        assertThat(parent.onglet()).startsWith("Regrouper des comptes - Confirmation");
    }

    @Test
    void leRefusMeneAuNumeroDeLEtablissementDuCourrier() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, "personne.inconnue", "Mauvais!2026");
        parent.presser("Trouver le numéro de l’établissement qui a envoyé ce courrier");

        parent.saisir("Nom, commune ou numéro", "COLLEGE du-moulin");
        parent.presser("Chercher");
        assertThat(parent.contenu()).contains("Collège du Moulin").contains("Appeler le");
        assertThat(parent.page().locator("a.fr-btn[href^='tel:']").count()).isEqualTo(1);

        parent.saisir("Nom, commune ou numéro", "100%_introuvable");
        parent.presser("Chercher");
        assertThat(parent.contenu()).contains("Aucun établissement ne porte ce nom ici.");
    }

    private static double bas(Visiteur parent, String selecteur) {
        return nombre(parent, selecteur, "bottom");
    }

    private static double haut(Visiteur parent, String selecteur) {
        return nombre(parent, selecteur, "top");
    }

    private static double nombre(Visiteur parent, String selecteur, String bord) {
        Object valeur = parent.page()
                .locator(selecteur)
                .first()
                .evaluate("(e, bord) => Math.round(e.getBoundingClientRect()[bord] + scrollY)", bord);
        return ((Number) valeur).doubleValue();
    }
}
