package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.CourrierDeDemonstration.Courriel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tout le chemin du guide, de la tuile du portail à la liste des deux enfants, avec les libellés que le guide imprime. */
@EssaiDeNavigateur
class ParcoursIT {

    private static final Duration REMISE = Duration.ofSeconds(20);

    private final Pile pile;
    private final Navigateur navigateur;

    ParcoursIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @ParameterizedTest(name = "{0} points de large")
    @ValueSource(ints = {Navigateur.TELEPHONE, Navigateur.ORDINATEUR})
    void unParentRegroupeSesDeuxComptesEnSuivantLeGuide(int largeur) {
        regrouper(navigateur.visiteur(largeur), true);
    }

    @Test
    void leMemeCheminSeFaitSansJavaScript() {
        regrouper(navigateur.sansScript(Navigateur.TELEPHONE), false);
    }

    private void regrouper(Visiteur parent, boolean avecScript) {
        pile.courrier().vider();
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");

        parent.ouvrir("/");
        parent.puisAttendre(() -> parent.page().locator("a.tuile").first().click());
        assertThat(parent.onglet()).startsWith("Connexion – Scolarité Services");
        parent.sIdentifier(principal.identifiant(), principal.motDePasse());

        lireLAccueil(parent, avecScript);
        parent.presser("MON COMPTE");
        lireVotreCompte(parent);
        parent.presser("ENFANTS");
        assertThat(parent.onglet()).isEqualTo("Enfants – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("ENFANTS");
        assertThat(parent.contenu())
                .contains("VOTRE COMPTE")
                .contains("Enfants rattachés au compte")
                .contains("Dylan DURAND")
                .contains("Responsable : Cristelle Durand")
                .doesNotContain("Florian");

        parent.presser("REGROUPER DES COMPTES");
        remplirLaSaisie(parent, principal, secondaire, avecScript);
        relireLaConfirmation(parent, principal, secondaire, avecScript);
        lireLeResultat(parent, secondaire, avecScript);
        parent.presserDans(".ts-actions", "VALIDER");

        assertThat(parent.titre()).isEqualTo("ENFANTS");
        assertThat(parent.contenu()).contains("Dylan DURAND").contains("Florian DURAND");
        verifierLaBase(principal, secondaire);
        verifierLesCourriels(principal, secondaire);
    }

    private static void lireLAccueil(Visiteur parent, boolean avecScript) {
        assertThat(parent.onglet()).isEqualTo("Accueil – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("ACCUEIL");
        assertThat(parent.contenu()).contains("DYLAN DURAND").contains("Aucun service en ligne pour cet élève.");
        if (avecScript) {
            parent.deplierLeMenu();
        }
        assertThat(parent.actions("#navigation"))
                .containsExactly(
                        "MON COMPTE", "ACCUEIL", "LIENS UTILES", "ENT", "COLLÈGE", "CONTACT", "SE DÉCONNECTER");
    }

    private static void lireVotreCompte(Visiteur parent) {
        assertThat(parent.onglet()).isEqualTo("Votre compte – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("VOTRE COMPTE");
        assertThat(parent.texte(".ts-menu-compte"))
                .isEqualTo("COMPTE DE Cristelle Durand PROFIL ENFANTS RETOUR SE DÉCONNECTER");
    }

    private static void remplirLaSaisie(
            Visiteur parent, Pile.Compte principal, Pile.Compte secondaire, boolean avecScript) {
        assertThat(parent.onglet()).isEqualTo("Regrouper des comptes – Étape 1 sur 3 – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES");
        assertThat(parent.clavierSur("h1")).isEqualTo(avecScript);
        assertThat(parent.contenu())
                .contains("Étape 1 sur 3")
                .contains("Compte à regrouper avec " + principal.identifiant())
                .contains("Saisissez ici l’identifiant et le mot de passe de votre compte actuel.")
                .contains("identifiant du compte*")
                .contains("mot de passe du compte*")
                .contains("*Champ obligatoire");
        assertThat(parent.actions(".ts-actions")).containsExactly("SUIVANT", "ANNULER");
        parent.saisir(
                "identifiant du compte*", "  " + secondaire.identifiant().toUpperCase(java.util.Locale.ROOT) + " ");
        // Un mot de passe provisoire tapé en minuscules est essayé tel qu'imprimé.
        parent.saisir("mot de passe du compte*", " 2buyj9c8 ");
        parent.presser("SUIVANT");
    }

    private static void relireLaConfirmation(
            Visiteur parent, Pile.Compte principal, Pile.Compte secondaire, boolean avecScript) {
        assertThat(parent.onglet())
                .isEqualTo("Regrouper des comptes - Confirmation – Étape 2 sur 3 – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES - CONFIRMATION");
        assertThat(parent.clavierSur("h1")).isEqualTo(avecScript);
        assertThat(parent.contenu())
                .contains("Élèves rattachés à votre compte : " + principal.identifiant() + " Dylan DURAND")
                .contains("Élèves rattachés au compte que vous souhaitez regrouper : " + secondaire.identifiant()
                        + " Florian DURAND")
                .contains("En validant cette opération, vous confirmez la fermeture du compte "
                        + secondaire.identifiant()
                        + " et le rattachement de l’ensemble des élèves ci-dessus au compte "
                        + principal.identifiant());
        assertThat(parent.actions(".ts-actions")).containsExactly("VALIDER", "ANNULER");
        parent.presserDans(".ts-actions", "VALIDER");
    }

    private static void lireLeResultat(Visiteur parent, Pile.Compte secondaire, boolean avecScript) {
        assertThat(parent.onglet())
                .isEqualTo("Confirmation de regroupement de comptes – Étape 3 sur 3 – Scolarité Services");
        assertThat(parent.titre()).isEqualTo("CONFIRMATION DE REGROUPEMENT DE COMPTES");
        assertThat(parent.clavierSur("h1")).isEqualTo(avecScript);
        assertThat(parent.contenu())
                .contains("L’opération de regroupement des comptes a été effectuée avec succès."
                        + " Seul le compte avec lequel vous êtes connecté reste disponible."
                        + " Vous pourrez visualiser vos nouvelles informations d’ici quelques instants.")
                .contains("Le compte " + secondaire.identifiant() + " est fermé")
                .contains("Dylan DURAND")
                .contains("Florian DURAND");
        assertThat(parent.actions(".ts-actions")).containsExactly("VALIDER", "REGROUPER UN AUTRE COMPTE");
    }

    private void verifierLaBase(Pile.Compte principal, Pile.Compte secondaire) {
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        assertThat(pile.situation(secondaire)).isEqualTo("FERME : ");
        assertThat(pile.base()
                        .lire("SELECT motif_fermeture, mot_de_passe FROM responsable WHERE id = " + secondaire.id()))
                .containsExactly("REGROUPEMENT|∅");
        assertThat(pile.base()
                        .lire("SELECT principal_id, fait_par, adresse, etat FROM regroupement WHERE secondaire_id = "
                                + secondaire.id()))
                .containsExactly(principal.id() + "|" + principal.identifiant() + "|127.0.0.1|ACTIF");
        assertThat(pile.base()
                        .compter(
                                "SELECT COUNT(*) FROM journal WHERE action LIKE 'REGROUPEMENT%' AND responsable_id IN ("
                                        + principal.id() + ", " + secondaire.id() + ")"))
                .isPositive();
    }

    /** Les deux courriels de ces comptes, parmi ceux que d'autres essais ont pu laisser en route ; moins s'ils n'arrivent pas. */
    private List<Courriel> lesLeurs(Pile.Compte principal, Pile.Compte secondaire) {
        List<String> adresses =
                List.of(principal.identifiant() + "@exemple.fr", secondaire.identifiant() + "@exemple.fr");
        int attendus = 2;
        while (true) {
            List<Courriel> tous = pile.courrier().attendre(attendus, REMISE);
            List<Courriel> siens = tous.stream()
                    .filter(courriel -> adresses.contains(courriel.destinataires()))
                    .toList();
            if (siens.size() >= 2 || tous.size() < attendus) {
                return siens;
            }
            attendus = tous.size() + 1;
        }
    }

    private void verifierLesCourriels(Pile.Compte principal, Pile.Compte secondaire) {
        List<Courriel> recus = lesLeurs(principal, secondaire);
        assertThat(recus)
                .extracting(Courriel::destinataires, Courriel::objet)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                principal.identifiant() + "@exemple.fr", "Vos comptes ont été regroupés"),
                        org.assertj.core.groups.Tuple.tuple(
                                secondaire.identifiant() + "@exemple.fr",
                                "Votre compte " + secondaire.identifiant() + " a été fermé après un regroupement"));
        assertThat(recus)
                .allSatisfy(courriel -> assertThat(courriel.texte())
                        .contains("Cristelle Durand")
                        .contains(principal.identifiant())
                        .contains(secondaire.identifiant())
                        .doesNotContain(secondaire.motDePasse()));
    }
}
