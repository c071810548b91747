package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plusieurs courriers en main : chaque compte s'ajoute à ceux déjà prouvés, se retire, et tous se confirment d'une fois. */
@EssaiLong("trois comptes prouvés d'affilée, à deux largeurs ; PlusieursComptesTest garde la règle")
@EssaiDeNavigateur
class PlusieursComptesIT {

    private static final String AJOUTER = "Ajouter un autre compte";

    private final Pile pile;
    private final Navigateur navigateur;

    PlusieursComptesIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void troisCourriersSeConfirmentDUneFois(int largeur) {
        toutRegrouper(navigateur.visiteur(largeur), "script-" + largeur);
    }

    @Test
    void sansJavaScriptAussi() {
        toutRegrouper(navigateur.sansScript(Navigateur.TELEPHONE), "sans-script");
    }

    private void toutRegrouper(Visiteur parent, String nom) {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte un = pile.cree("Florian");
        Pile.Compte deux = pile.cree("Inès");
        Pile.Compte trois = pile.cree("Noé");
        parent.seConnecter(principal);
        Regroupement.prouver(parent, un);
        assertThat(parent.texte("main"))
                .contains("Élèves rattachés au compte que vous souhaitez regrouper : " + un.identifiant())
                .contains("Vient de l’autre compte")
                .doesNotContain("Retirer");

        parent.presserDans("main", AJOUTER);
        assertThat(parent.texte("main")).contains("Déjà ajouté, et gardé : " + un.identifiant());
        parent.photographier(Path.of("target/navigateur/plusieurs-etape1-" + nom + ".png"));
        Regroupement.prouver(parent, deux);
        parent.presserDans("main", AJOUTER);
        Regroupement.prouver(parent, trois);
        parent.photographier(Path.of("target/navigateur/plusieurs-etape2-" + nom + ".png"));
        assertThat(parent.texte("main"))
                .contains(un.identifiant(), deux.identifiant(), trois.identifiant())
                .contains("Vient de : " + deux.identifiant())
                .contains("vous confirmez la fermeture des comptes");

        parent.presserDans(".ts-compte--ferme:has-text('" + deux.identifiant() + "')", "Retirer");
        assertThat(parent.texte("main"))
                .contains(un.identifiant(), trois.identifiant())
                .doesNotContain(deux.identifiant());

        Regroupement.valider(parent);
        parent.photographier(Path.of("target/navigateur/plusieurs-etape3-" + nom + ".png"));
        assertThat(parent.texte("main"))
                .contains("L’opération de regroupement des comptes a été effectuée avec succès.")
                .contains("Les comptes " + un.identifiant() + ", " + trois.identifiant() + " sont fermés");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Noé");
        assertThat(pile.situation(un)).isEqualTo("FERME : ");
        assertThat(pile.situation(deux)).isEqualTo("CREE : Inès");
        assertThat(pile.situation(trois)).isEqualTo("FERME : ");
    }

    @Test
    void unAutreOngletFermeUnCompteIlEstNommeEtLesAutresContinuent() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte un = pile.cree("Florian");
        Pile.Compte deux = pile.cree("Inès");
        Visiteur parent = navigateur.visiteur(Navigateur.TELEPHONE);
        parent.seConnecter(principal);
        Regroupement.prouver(parent, un);
        parent.presserDans("main", AJOUTER);
        Regroupement.prouver(parent, deux);
        pile.base()
                .executer(
                        "UPDATE rattachement SET responsable_id = " + deux.id() + " WHERE responsable_id = " + un.id(),
                        "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                                + " provisoire_expire_le = NULL, ferme_le = UTC_TIMESTAMP(3), version = version + 1"
                                + " WHERE id = " + un.id());
        Regroupement.valider(parent);
        parent.photographier(Path.of("target/navigateur/plusieurs-change.png"));
        assertThat(parent.texte("main"))
                .contains("Ce que la page montrait n’est plus à jour pour : " + un.identifiant())
                .contains(deux.identifiant())
                .contains("Le compte " + un.identifiant() + " ne sera pas regroupé.");
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian, Inès");
    }
}
