package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chaque refus de l'étape 1 : ce qu'il dit, ce qu'il garde, et rien d'écrit. */
@EssaiLong("chaque refus lu à l'écran ; RegroupementServiceTest et MessagesTest gardent leurs codes et leurs mots")
@EssaiDeNavigateur
class RefusIT {

    private static final String PREUVE = "L’identifiant ou le mot de passe ne permet pas de regrouper ce compte.";
    private static final String INCHANGE = "Rien n’a été changé.";
    private static final String TITRE_EN_ERREUR = "Erreur : Regrouper des comptes – Étape 1 sur 3 – Scolarité Services";

    private final Pile pile;
    private final Navigateur navigateur;

    RefusIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void touteCauseDePreuveRefuseeDonneLeMemeMessage() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte bon = pile.actif("Inès");
        Map<String, Pile.Compte> causes = new LinkedHashMap<>();
        causes.put("mauvais mot de passe", new Pile.Compte(bon.id(), bon.identifiant(), "Mauvais!2026"));
        causes.put("inconnu", new Pile.Compte(0, "personne.inconnue", bon.motDePasse()));
        causes.put("fermé", pile.ferme());
        causes.put("provisoire expiré", pile.expire("Noé"));
        causes.put("élève", new Pile.Compte(0, "dylan.durand", "Eleve!2026"));
        causes.put("agent", new Pile.Compte(0, "secretariat.moulin", "Etablissement!2026"));
        causes.put("assistance", new Pile.Compte(0, "assistance", "Assistance!2026"));

        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        // À partir du second refus la page demande une chose à la fois : elle ne change plus ensuite.
        for (int essai = 1; essai <= 2; essai++) {
            Regroupement.saisir(parent, "personne.inconnue", "Mauvais!2026");
        }
        String premier = "";
        for (Map.Entry<String, Pile.Compte> cause : causes.entrySet()) {
            pile.preparer();
            Regroupement.saisir(
                    parent, cause.getValue().identifiant(), cause.getValue().motDePasse());
            exigerUnRefus(parent, cause.getValue().identifiant());
            String page = parent.contenu();
            assertThat(page).as(cause.getKey()).contains(PREUVE).contains(INCHANGE);
            premier = premier.isEmpty() ? page : premier;
            assertThat(page).as(cause.getKey()).isEqualTo(premier);
        }
        assertThat(parent.actions("#erreurs"))
                .contains("Trouver le numéro de l’établissement qui a envoyé ce courrier");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(bon)).isEqualTo("ACTIF : Inès");
    }

    @Test
    void chaqueErreurMeneASonChamp() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, "personne.inconnue", "Mauvais!2026");

        parent.action("#erreurs", "Vérifiez l’identifiant.").click();
        assertThat(parent.clavierSur("#autreIdentifiant-saisie")).isTrue();
        parent.action("#erreurs", "Saisissez à nouveau le mot de passe.").click();
        assertThat(parent.clavierSur("#autreMotDePasse-saisie")).isTrue();
        assertThat(parent.champ(Regroupement.IDENTIFIANT).getAttribute("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void leCompteConnecteNeSeRegroupePasAvecLuiMeme() {
        Pile.Compte principal = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        String saisi = " " + principal.identifiant().toUpperCase(java.util.Locale.ROOT) + " ";
        Regroupement.saisir(parent, saisi, principal.motDePasse());

        assertThat(parent.onglet()).isEqualTo(TITRE_EN_ERREUR);
        assertThat(parent.contenu())
                .contains("C’est le compte avec lequel vous êtes déjà connecté.")
                .contains(INCHANGE);
        assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();
    }

    @Test
    void uneAutreIdentiteEstRefuseeSansRienMontrerDElle() {
        Pile.Compte autre = pile.autrePersonne("Yanis");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, autre.identifiant(), autre.motDePasse());

        exigerUnRefus(parent, autre.identifiant());
        assertThat(parent.contenu())
                .contains("Le nom et le prénom des comptes à regrouper doivent être identiques")
                .contains("l’établissement peut corriger")
                .contains(INCHANGE)
                .doesNotContain("BENALI")
                .doesNotContain("Nadia")
                .doesNotContain("Yanis");
        assertThat(parent.actions("#erreurs"))
                .contains("Trouver le numéro de l’établissement qui a envoyé ce courrier");
        assertThat(pile.situation(autre)).isEqualTo("ACTIF : Yanis");
    }

    @Test
    void lesChampsVidesSontDemandesUnParUn() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, "", "");
        assertThat(parent.onglet()).isEqualTo(TITRE_EN_ERREUR);
        assertThat(parent.clavierSur("#erreurs")).isTrue();
        assertThat(parent.actions("#erreurs"))
                .containsExactly(
                        "Le champ « identifiant du compte » est obligatoire.",
                        "Le champ « mot de passe du compte » est obligatoire.");

        Regroupement.saisir(parent, "cristelle.autre", "");
        exigerUnRefus(parent, "cristelle.autre");
        assertThat(parent.actions("#erreurs")).containsExactly("Le champ « mot de passe du compte » est obligatoire.");

        Regroupement.saisir(parent, "   ", "2BUYJ9C8");
        assertThat(parent.onglet()).isEqualTo(TITRE_EN_ERREUR);
        assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();
    }

    @Test
    void tropDEssaisFontAttendreDesMinutesMemeAvecLeBonMotDePasse() {
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        for (int essai = 1; essai <= 5; essai++) {
            Regroupement.saisir(parent, secondaire.identifiant(), "Mauvais!2026");
            assertThat(parent.contenu()).as("essai " + essai).contains(PREUVE);
        }
        Regroupement.saisir(parent, secondaire.identifiant(), secondaire.motDePasse());
        exigerUnRefus(parent, secondaire.identifiant());
        assertThat(parent.contenu())
                .containsPattern("Il y a eu trop d’essais\\. Réessayez à \\d{1,2} h \\d\\d, dans 1[0-9] minutes\\.")
                .contains(INCHANGE);
    }

    @Test
    void unTiersNeFermePasLaPorteAuTitulaire() {
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur tiers = navigateur.visiteur();
        tiers.seConnecter(pile.autrePersonne("Yanis"));
        for (int essai = 1; essai <= 6; essai++) {
            Regroupement.saisir(tiers, secondaire.identifiant(), "Mauvais!2026");
        }
        assertThat(tiers.contenu()).contains("Il y a eu trop d’essais.");

        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, secondaire.identifiant(), secondaire.motDePasse());
        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES - CONFIRMATION");
    }

    @Test
    void uneSaisieDemesureeEstUneErreurCommeUneAutre() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(Regroupement.ETAPE_1);
        // Par un outil qui passe outre la longueur annoncée par le champ.
        parent.page().evaluate("() => document.querySelectorAll('input').forEach(i => i.removeAttribute('maxlength'))");
        Regroupement.saisir(parent, "é😀'\"<b>\u0000".repeat(2_000), "x".repeat(100_000));
        assertThat(parent.onglet()).isEqualTo(TITRE_EN_ERREUR);
        assertThat(parent.contenu()).contains(PREUVE);
        assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();
    }

    @Test
    void unRefusRechargeNeSeRedItPas() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        Regroupement.saisir(parent, "personne.inconnue", "Mauvais!2026");
        assertThat(parent.onglet()).startsWith("Erreur : ");
        parent.page().reload();
        assertThat(parent.onglet()).isEqualTo("Regrouper des comptes – Étape 1 sur 3 – Scolarité Services");
        assertThat(parent.page().locator("#erreurs").count()).isZero();
    }

    /** Le titre dit l'erreur, le clavier est au récapitulatif, l'identifiant est gardé et le mot de passe vidé. */
    private static void exigerUnRefus(Visiteur parent, String identifiant) {
        assertThat(parent.onglet()).isEqualTo(TITRE_EN_ERREUR);
        assertThat(parent.clavierSur("#erreurs")).isTrue();
        assertThat(parent.champ(Regroupement.IDENTIFIANT).inputValue()).isEqualTo(identifiant);
        if (parent.affiche(Regroupement.MOT_DE_PASSE)) {
            assertThat(parent.champ(Regroupement.MOT_DE_PASSE).inputValue()).isEmpty();
        }
        assertThat(parent.chemin()).doesNotContain(identifiant);
    }
}
