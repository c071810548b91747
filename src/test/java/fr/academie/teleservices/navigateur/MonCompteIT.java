package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Le guide « Rattacher un enfant » mot à mot : l'habillage « Mon compte », chaque écran sous le contrôle d'axe. */
@EssaiDeNavigateur
@Timeout(180)
class MonCompteIT {

    private final Pile pile;
    private final Navigateur navigateur;
    private final Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);

    MonCompteIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leParentAjouteDesElevesDepuisUnAutreCompte() {
        Pile.Compte garde = pile.actif("Dylan");
        Pile.Compte autre = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur().choisir(pile.monCompte());
        parent.seConnecter(garde);
        controle.controler(parent, "accueil");
        parent.ouvrirPage("/compte");
        controle.controler(parent, "mon compte");
        parent.presserDans("main", "Mes informations");
        assertThat(parent.titre()).isEqualToIgnoringCase("Mes informations");
        assertThat(parent.actions(".ts-onglets")).containsExactly("Mes informations", "Mes enfants");
        controle.controler(parent, "mes informations");

        parent.presserDans(".ts-onglets", "Mes enfants");
        assertThat(parent.contenu())
                .contains("Mon compte")
                .contains("Dylan DURAND")
                .contains("11/04/2012");
        controle.controler(parent, "mes enfants");
        parent.presserDans("main", "Ajouter des élèves depuis un autre compte");
        assertThat(parent.contenu()).contains("Recherchez le compte");
        assertThat(parent.actions(".ts-actions")).containsExactlyInAnyOrder("Annuler", "Continuer");
        controle.controler(parent, "recherche du compte");

        continuer(parent, autre.identifiant(), "Mauvais!2026");
        assertThat(parent.onglet()).startsWith("Erreur : ");
        controle.controler(parent, "recherche du compte, refus");
        continuer(parent, autre.identifiant(), autre.motDePasse());
        assertThat(parent.titre()).isEqualToIgnoringCase("Confirmer le regroupement des comptes");
        assertThat(parent.contenu()).contains("Dylan DURAND").contains("Florian DURAND");
        controle.controler(parent, "confirmation");
        parent.puisAttendre(() -> parent.page().locator("#valider").click());
        assertThat(parent.titre()).isEqualToIgnoringCase("Élèves ajoutés à votre compte");
        controle.controler(parent, "élèves ajoutés");
        assertThat(pile.situation(garde)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(autre)).isEqualTo("FERME : ");

        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.actions("main"))
                .contains(
                        "Je ne suis pas le représentant légal de cet élève (Dylan)",
                        "Je ne suis pas le représentant légal de cet élève (Florian)");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void leParentDeclareNEtrePasLeRepresentantLegal() {
        Pile.Compte compte = pile.actif("Dylan", "Florian");
        Visiteur parent = navigateur.visiteur().choisir(pile.monCompte());
        parent.seConnecter(compte);
        parent.ouvrirPage("/compte/enfants");
        parent.presserDans("main", "Je ne suis pas le représentant légal de cet élève (Florian)");
        assertThat(parent.contenu()).contains("Florian DURAND").doesNotContain("Dylan");
        controle.controler(parent, "déclaration");
        parent.presserDans(".ts-actions", "Annuler");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Dylan, Florian");

        parent.presserDans("main", "Je ne suis pas le représentant légal de cet élève (Florian)");
        parent.puisAttendre(() -> parent.page().locator("#confirmer").click());
        assertThat(parent.chemin()).startsWith("/compte/enfants");
        controle.controler(parent, "mes enfants, après la déclaration");
        assertThat(pile.base()
                        .lire(
                                "SELECT e.prenom, l.etat FROM rattachement AS l JOIN eleve AS e ON e.id = l.eleve_id WHERE"
                                        + " l.responsable_id = " + compte.id() + " ORDER BY e.prenom"))
                .containsExactly("Dylan|ACTIF", "Florian|CONTESTE");
        assertThat(parent.actions("main"))
                .contains("Je ne suis pas le représentant légal de cet élève (Dylan)")
                .doesNotContain("Je ne suis pas le représentant légal de cet élève (Florian)");
        assertThat(controle.defauts()).isEmpty();
    }

    private static void continuer(Visiteur parent, String identifiant, String motDePasse) {
        parent.page().locator("#autreIdentifiant-saisie").fill(identifiant);
        parent.page().locator("#autreMotDePasse-saisie").fill(motDePasse);
        parent.presserDans(".ts-actions", "Continuer");
    }
}
