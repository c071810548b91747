package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Le secrétariat casse un regroupement et répond à une contestation ; les élèves d'une autre école n'existent pas. */
@EssaiLong("une rupture d'un bout à l'autre ; RuptureServiceTest garde la règle")
@EssaiDeNavigateur
class RuptureIT {

    private static final String RUPTURE = "/etablissement/rupture?compte=";
    private static final String CONTESTATION = "/etablissement/contestation?lien=";

    private final Pile pile;
    private final Navigateur navigateur;

    RuptureIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leSecretariatCasseUnRegroupementPuisRepondAUnContestation() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(principal);
        Regroupement.prouver(parent, secondaire);
        Regroupement.valider(parent);
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur agent = agent("secretariat.rupture");

        agent.ouvrirPage("/etablissement/responsable?id=" + principal.id());
        agent.presserDans("main", "Casser un regroupement");
        assertThat(agent.contenu()).contains("Venu du compte " + secondaire.identifiant());
        controle.controler(agent, "rupture, choix");
        agent.presserDans(".ts-actions", "Continuer");
        assertThat(agent.contenu()).contains("Choisissez au moins un élève");
        controle.controler(agent, "rupture, rien choisi");
        cocher(agent, "Florian");
        agent.presserDans(".ts-actions", "Continuer");
        assertThat(agent.texte(".ts-compte:has(#nouveau)")).contains("Florian");
        assertThat(agent.texte(".ts-compte:has(#reste)"))
                .contains("Dylan", principal.identifiant())
                .doesNotContain("Florian");
        controle.controler(agent, "rupture, confirmation");
        String confirmation = agent.chemin();
        agent.presserDans(".ts-actions", "Confirmer");
        assertThat(agent.texte(".fr-alert")).contains("est créé pour Cristelle DURAND");
        controle.controler(agent, "rupture, faite");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan");
        assertThat(pile.situation(secondaire)).isEqualTo("FERME : ");

        agent.puisAttendre(() -> agent.page().goBack());
        assertThat(agent.chemin()).as("retour du navigateur").startsWith("/etablissement/rupture-faite");
        agent.ouvrirPage(confirmation);
        assertThat(agent.chemin()).startsWith("/etablissement/rupture-faite");
        agent.presserDans("main", "Imprimer le courrier (Collège du Moulin)");
        assertThat(agent.titre()).isEqualTo("Courrier de notification");

        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu()).contains("Dylan").doesNotContain("Florian");
        parent.puisAttendre(
                () -> parent.page().locator("main a[href*='contester']").first().click());
        parent.presserDans("main", "Confirmer le signalement");

        agent.ouvrirPage("/etablissement/contestations");
        controle.controler(agent, "contestations");
        agent.ouvrirPage(CONTESTATION + lien(principal));
        controle.controler(agent, "contestation");
        cocher(agent, "Confirmer");
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.contenu()).contains("Écrivez la raison");
        controle.controler(agent, "contestation, sans raison");
        agent.page().locator("#motif").fill("Acte de naissance vu au secrétariat.");
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.contenu()).contains("n’aurait plus aucun représentant légal");
        cocher(agent, "Rejeter");
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.contenu()).contains("l’élève reste rattaché au compte");

        parent.ouvrirPage("/compte/enfants");
        assertThat(parent.contenu()).contains("Acte de naissance vu au secrétariat.");
        controle.controler(parent, "enfants, réponse de l'établissement");
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void lesElevesDUneAutreEcoleNExistentPas() {
        Pile.Compte compte = pile.actif();
        long eleve = pile.familles().eleve("Yanis", "0330009Z");
        long lien = pile.familles().lier(compte.id(), eleve, 1, 10, "CONTESTE");
        List<String> pages = List.of(
                RUPTURE + compte.id(),
                RUPTURE + 999_999,
                RUPTURE + "x",
                CONTESTATION + lien,
                CONTESTATION + 999_999,
                "/etablissement/rupture-confirmation?demande=00000000-0000-0000-0000-000000000000",
                "/etablissement/rupture-faite?demande=00000000-0000-0000-0000-000000000000",
                "/etablissement/rupture-faite");
        Visiteur agent = agent("secretariat.ailleurs");
        for (String page : pages) {
            agent.ouvrirPage(page);
            assertThat(agent.titre()).as(page).isEqualTo("Page introuvable");
        }
        agent.ouvrirPage("/etablissement/contestations");
        assertThat(agent.contenu()).doesNotContain("Yanis");
        assertThat(pile.base().compter("SELECT COUNT(*) FROM journal_bureau WHERE responsable_id = " + compte.id()))
                .isZero();

        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(compte);
        for (String page : pages) {
            parent.ouvrirPage(page);
            assertThat(parent.titre()).as(page).isEqualTo("Cette page ne vous est pas ouverte");
        }
        parent.ouvrirPage("/etablissement/contestations");
        assertThat(parent.titre()).isEqualTo("Cette page ne vous est pas ouverte");
        Visiteur passant = navigateur.visiteur();
        for (String page : pages) {
            passant.ouvrirPage(page);
            assertThat(passant.chemin()).as(page).contains("/cas/login");
        }
    }

    private Visiteur agent(String identifiant) {
        pile.familles().agent(identifiant, false);
        Visiteur agent = navigateur.visiteur();
        agent.elargir(1280);
        agent.ouvrirPage("/etablissement");
        agent.sIdentifier(identifiant, Familles.MOT_DE_PASSE);
        return agent;
    }

    /** Le DSFR dessine la case dans l'étiquette : c'est elle qu'on presse. */
    private static void cocher(Visiteur agent, String libelle) {
        agent.page()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(libelle))
                .click();
    }

    private long lien(Pile.Compte compte) {
        return pile.base()
                .compter("SELECT id FROM rattachement WHERE etat = 'CONTESTE' AND responsable_id = " + compte.id());
    }
}
