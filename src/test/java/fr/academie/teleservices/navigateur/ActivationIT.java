package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Un compte CREE choisit un mot de passe avant tout ; qui n'est pas responsable lit une page simple. */
@EssaiDeNavigateur
class ActivationIT {

    private static final String NOUVEAU = "Nouveau mot de passe*";
    private static final String SECONDE_FOIS = "Nouveau mot de passe, une seconde fois*";
    private static final String BON = "Marée-Haute-7-Grèves";

    private final Pile pile;
    private final Navigateur navigateur;

    ActivationIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void unCompteCreeEstMeneALActivationPuisDevientActif() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = connecte(compte);
        assertThat(parent.chemin()).isEqualTo("/activation");
        assertThat(parent.onglet()).isEqualTo("Activer votre compte – Scolarité Services");
        assertThat(parent.clavierSur("h1")).isTrue();

        choisir(parent, BON, BON);
        assertThat(parent.chemin()).startsWith("/accueil");
        assertThat(parent.contenu()).contains("Votre compte est activé.").contains("FLORIAN");
        assertThat(pile.situation(compte)).isEqualTo("ACTIF : Florian");

        parent.ouvrirPage("/activation");
        assertThat(parent.chemin()).isEqualTo("/accueil");
        Visiteur plusTard = navigateur.visiteur();
        plusTard.ouvrirPage("/accueil");
        plusTard.sIdentifier(compte.identifiant(), compte.motDePasse());
        assertThat(plusTard.onglet()).startsWith("Erreur : Connexion");
        plusTard.sIdentifier(compte.identifiant(), BON);
        assertThat(plusTard.chemin()).isEqualTo("/accueil");
    }

    @Test
    void rienNEstOuvertAvantLActivation() {
        Visiteur parent = connecte(pile.cree("Florian"));
        for (String page : Pages.PERSONNELLES) {
            parent.ouvrirPage(page);
            assertThat(parent.chemin()).as(page).isEqualTo("/activation");
        }
    }

    @Test
    void unMotDePasseTropFaibleOuTropProcheDuNomEstRefuseASonChamp() {
        Map<String, String> refus = new LinkedHashMap<>();
        refus.put("court1!A", "trop court ou trop simple");
        refus.put("aaaaaaaaaaaaaaaaaaaa", "trop court ou trop simple");
        refus.put("Durand-2026-Ete!", "contient votre nom ou votre prénom.");
        refus.put("dùrànd.DÛRAND-77!", "contient votre nom ou votre prénom.");
        refus.put("Cristelle!2026xx", "contient votre nom ou votre prénom.");
        refus.put("Aa1!".repeat(100), "Il est trop long");
        Pile.Compte compte = pile.cree("Florian");
        Visiteur parent = connecte(compte);
        refus.forEach((essaye, raison) -> {
            choisir(parent, essaye, essaye);
            assertThat(parent.onglet()).as(essaye).isEqualTo("Erreur : Activer votre compte – Scolarité Services");
            assertThat(parent.clavierSur("#erreurs")).as(essaye).isTrue();
            assertThat(parent.texte("#nouveau-erreurs")).as(essaye).contains(raison);
            assertThat(parent.champ(NOUVEAU).inputValue()).as(essaye).isEmpty();
            assertThat(parent.champ(SECONDE_FOIS).inputValue()).as(essaye).isEmpty();
        });
        assertThat(pile.situation(compte)).isEqualTo("CREE : Florian");
    }

    @Test
    void deuxSaisiesDifferentesEtDesChampsVidesSontDitsAuBonChamp() {
        Visiteur parent = connecte(pile.cree("Florian"));
        choisir(parent, BON, BON + "x");
        assertThat(parent.texte("#confirmation-erreurs")).contains("Les deux mots de passe ne sont pas les mêmes.");
        choisir(parent, "", "");
        assertThat(parent.actions("#erreurs"))
                .containsExactly(
                        "Le champ « Nouveau mot de passe » est obligatoire.",
                        "Le champ « Nouveau mot de passe, une seconde fois » est obligatoire.");
    }

    @Test
    void laJaugeDitQuandLeMotDePasseSuffit() {
        Visiteur parent = connecte(pile.cree("Florian"));
        parent.champ(NOUVEAU).pressSequentially("court");
        parent.page().waitForCondition(() -> parent.texte("#jauge").equals("Mot de passe encore trop simple"));
        parent.saisir(NOUVEAU, BON);
        parent.page().waitForCondition(() -> parent.texte("#jauge").equals("Ce mot de passe convient"));
    }

    @Test
    void leMotDePassePeutEtreMontre() {
        Visiteur parent = connecte(pile.cree("Florian"));
        parent.saisir(NOUVEAU, BON);
        assertThat(parent.page().locator("#nouveau-saisie").getAttribute("type"))
                .isEqualTo("password");
        parent.page().locator("label[for=nouveau-afficher]").click();
        assertThat(parent.page().locator("#nouveau-saisie").getAttribute("type"))
                .isEqualTo("text");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"dylan.durand, Eleve!2026", "secretariat.moulin, Etablissement!2026", "assistance, Assistance!2026"})
    void quiNEstPasResponsableLitQueLeServiceEstReserve(String identifiant, String motDePasse) {
        Visiteur personne = navigateur.visiteur();
        personne.ouvrirPage("/accueil");
        personne.sIdentifier(identifiant, motDePasse);
        assertThat(personne.onglet()).isEqualTo("Service réservé aux responsables – Scolarité Services");
        assertThat(personne.titre()).isEqualTo("Service réservé aux responsables");
        assertThat(personne.contenu()).contains("parents, représentants légaux");
        personne.presserDans("main", "SE DÉCONNECTER");
        assertThat(personne.chemin()).isEqualTo("/deconnecte");
        assertThat(pile.cas().sessions(identifiant)).isZero();
    }

    @Test
    void lIdentifiantTapeAutrementOuvreLeMemeCompte() {
        Pile.Compte compte = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.ouvrirPage("/compte");
        parent.sIdentifier("  " + compte.identifiant().replace("cristelle", "CRISTELLE") + " ", compte.motDePasse());
        assertThat(parent.contenu()).contains("Vous gérez ici le compte " + compte.identifiant() + ".");
        assertThat(pile.base()
                        .lire("SELECT identifiant FROM session_ouverte WHERE identifiant LIKE '%" + compte.identifiant()
                                + "'"))
                .containsExactly(compte.identifiant());
    }

    private Visiteur connecte(Pile.Compte compte) {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        return parent;
    }

    private static void choisir(Visiteur parent, String nouveau, String secondeFois) {
        parent.page().locator("#nouveau-saisie").fill(nouveau);
        parent.page().locator("#confirmation-saisie").fill(secondeFois);
        parent.presserDans(".ts-actions", "Enregistrer");
    }
}
