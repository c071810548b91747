package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.academie.teleservices.essais.Familles;
import org.junit.jupiter.api.Test;

/** Combien de touches, du titre du bureau à « Imprimer le courrier » ; les lettres du nom cherché ne se comptent pas. */
@EssaiDeNavigateur
class ClavierDuBureauIT {

    private static final int AU_PLUS = 8;

    private final Pile pile;
    private final Navigateur navigateur;
    private int touches;

    ClavierDuBureauIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void huitTouchesAuPlusParLaRecherche() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur agent = agent("secretariat.clavier", false);
        assertThat(agent.clavierSur("h1")).isTrue();

        presser(agent, "Alt+r");
        assertThat(agent.clavierSur("#mots-entete")).isTrue();
        agent.page().keyboard().type(compte.identifiant());
        agent.puisAttendre(() -> presser(agent, "Enter"));
        assertThat(agent.chemin()).isEqualTo("/etablissement/responsable?id=" + compte.id());
        atteindre(agent, "Préparer le courrier");
        agent.puisAttendre(() -> presser(agent, "Enter"));
        atteindre(agent, "Imprimer le courrier");
        agent.page().waitForDownload(() -> presser(agent, "Enter"));

        assertThat(touches).isLessThanOrEqualTo(AU_PLUS);
        agent.ouvrirPage("/etablissement/courrier?id=" + compte.id() + "&uai=" + Familles.UAI);
        agent.presserDans("main", "Revenir à la liste");
        assertThat(agent.contenu())
                .as("revenir à la liste ne rouvre pas la fiche")
                .contains("1 ligne.");
        assertThat(agent.erreursDeConsole()).isEmpty();
    }

    @Test
    void huitTouchesAuPlusEnPassantLesFiltres() {
        // Le premier de la liste, quoi qu'aient laissé les essais d'avant sur la même base.
        pile.cree("Aaron");
        Visiteur agent = agent("secretariat.filtres", false);

        atteindre(agent, "Passer les filtres");
        presser(agent, "Enter");
        atteindreUn(agent, "Courrier pour DURAND Cristelle, identifiant ");
        agent.puisAttendre(() -> presser(agent, "Enter"));
        atteindre(agent, "Imprimer le courrier");
        presser(agent, "Enter");

        assertThat(touches).isLessThanOrEqualTo(AU_PLUS);
    }

    @Test
    void leRaccourciSeDitEtVautAussiPourLAssistanceEtDansUnChamp() {
        Pile.Compte compte = pile.cree("Florian");
        Visiteur assistance = agent("assistance", true);
        assertThat(assistance
                        .page()
                        .getByLabel("Chercher un compte (raccourci Alt + R)")
                        .count())
                .isEqualTo(1);
        assistance.page().locator("#mots").focus();
        presser(assistance, "Alt+r");
        assertThat(assistance.clavierSur("#mots-entete")).isTrue();
        assistance.page().keyboard().type(compte.identifiant());
        assistance.puisAttendre(() -> presser(assistance, "Enter"));
        assertThat(assistance.chemin()).isEqualTo("/assistance/compte?id=" + compte.id());
    }

    /** Sans script non plus, une personne seule s'ouvre ; plusieurs se listent, et un élève sans compte reste une ligne. */
    @Test
    void unSeulResponsableSOuvreMemeTrouveDeuxFois() {
        Pile.Compte compte = pile.cree("Florian");
        pile.familles().lier(compte.id(), pile.familles().eleve("Zorah"));
        pile.familles().eleve("Solveig");
        pile.familles().agent("secretariat.seul", false);
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", "secretariat.seul", Familles.MOT_DE_PASSE);

        assertThat(ClientHttp.versOu(agent.lire("/etablissement?ouvrir=oui&q=" + compte.identifiant())))
                .endsWith("/etablissement/responsable?id=" + compte.id());
        for (String question : new String[] {
            "?q=" + compte.identifiant(),
            "?ouvrir=oui&q=Solveig",
            "?ouvrir=oui&q=durand",
            "?ouvrir=oui&q=xyz",
            "?ouvrir=oui"
        }) {
            assertThat(agent.lire("/etablissement" + question).statusCode())
                    .as(question)
                    .isEqualTo(200);
        }
    }

    @Test
    void leBureauDitDAbordCeQuiAttendEtLeMenuCombien() {
        // Une seule déclaration attend, quoi qu'aient laissé les essais d'avant sur la même base.
        pile.base().executer("UPDATE rattachement SET etat = 'ACTIF' WHERE etat = 'CONTESTE'");
        Pile.Compte compte = pile.actif("Dylan");
        pile.base()
                .executer("UPDATE rattachement SET etat = 'CONTESTE', conteste_le = UTC_TIMESTAMP(3) WHERE"
                        + " responsable_id = "
                        + compte.id());
        Visiteur agent = agent("secretariat.afaire", false);
        agent.elargir(Navigateur.ORDINATEUR);
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        assertThat(agent.texte("main section")).startsWith("À faire").contains("Répondre à 1 signalement", "depuis le");
        controle.controler(agent, "bureau, à faire");
        agent.elargir(Navigateur.ORDINATEUR);
        assertThat(agent.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions()
                                        .setName("Signalements (1 en attente)")
                                        .setExact(true))
                        .count())
                .isEqualTo(1);
        agent.presserDans("main", "Répondre à 1 signalement");
        assertThat(agent.chemin()).startsWith("/etablissement/contestations");
        agent.ouvrirPage("/etablissement?q=durand");
        assertThat(agent.contenu()).doesNotContain("À faire");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(compte);
        assertThat(parent.texte("header")).doesNotContain("en attente");
        assertThat(controle.defauts()).isEmpty();
    }

    private void presser(Visiteur agent, String touche) {
        touches++;
        agent.page().keyboard().press(touche);
    }

    /** Avance jusqu'à ce libellé, une touche par arrêt. */
    private void atteindre(Visiteur agent, String libelle) {
        atteindreUn(agent, libelle);
        assertThat(agent.clavier()).isEqualTo(libelle);
    }

    /** Le premier qui commence ainsi. */
    private void atteindreUn(Visiteur agent, String debut) {
        int avant = touches;
        do {
            presser(agent, "Tab");
        } while (!agent.clavier().startsWith(debut) && touches < avant + 30);
        assertThat(agent.clavier()).startsWith(debut);
    }

    private Visiteur agent(String identifiant, boolean assistance) {
        if (!assistance) {
            pile.familles().agent(identifiant, false);
        }
        Visiteur agent = navigateur.visiteur(Navigateur.ORDINATEUR);
        agent.ouvrirPage(assistance ? "/assistance" : "/etablissement");
        agent.sIdentifier(identifiant, assistance ? "Assistance!2026" : Familles.MOT_DE_PASSE);
        return agent;
    }
}
