package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Le secrétariat crée le compte d'un responsable, imprime son courrier, et n'atteint que ses élèves. */
@EssaiDeNavigateur
class SecretariatIT {

    private final Pile pile;
    private final Navigateur navigateur;

    SecretariatIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void unNouveauResponsableRecoitSonCompteEtSonCourrier() throws Exception {
        pile.familles().eleve("Aliénor");
        Visiteur agent = agent("secretariat.comptes");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        agent.ouvrirPage("/etablissement/comptes");
        agent.page().locator("#mots-entete").fill("alienor");
        agent.puisAttendre(() -> agent.page().keyboard().press("Enter"));
        assertThat(agent.contenu()).contains("Aliénor");
        assertThat(agent.page()
                        .getByLabel("Chercher un responsable ou un élève")
                        .count())
                .isEqualTo(1);
        controle.controler(agent, "liste");
        agent.page().locator("table a[href*='nouveau']").first().click();
        agent.saisir("Nom", "N’Diaye");
        agent.saisir("Prénom", "Awa");
        controle.controler(agent, "nouveau responsable");
        agent.presserDans(".ts-actions", "Continuer");
        assertThat(agent.titre()).isEqualTo("Compte de Awa N’DIAYE");
        controle.controler(agent, "compte à créer");
        agent.presserDans("#formulaire", "Créer un nouveau compte");
        assertThat(agent.contenu()).contains("awa.ndiaye");
        controle.controler(agent, "fiche");
        agent.presserDans("main", "Préparer le courrier");
        controle.controler(agent, "courrier");
        Download lettre = agent.page()
                .waitForDownload(() -> agent.page().locator("#imprimer").click());
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(lettre.path()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("awa.ndiaye", "Collège du Moulin");
        }
        assertThat(agent.contenu()).contains("dans vos téléchargements");
        assertThat(agent.page().locator("#imprimer").isVisible()).isFalse();
        controle.controler(agent, "courrier parti");
        agent.presserDans("main", "La lettre n’est pas arrivée");
        assertThat(agent.contenu()).contains("Ce courrier a déjà été fait", "Dernier courrier de l’établissement");
        for (String page : List.of("/etablissement/comptes", "/etablissement/courriers")) {
            agent.ouvrirPage(page);
            controle.controler(agent, page);
        }
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void lesElevesDUneAutreEcoleNeSontNiNommesNiComptes() {
        Pile.Compte compte = pile.actif();
        long eleve = pile.familles().eleve("Ysaline", "0330009Z");
        pile.familles().lier(compte.id(), eleve);
        Visiteur agent = agent("secretariat.voisin");
        agent.page().locator("#q").fill("ysaline");
        agent.presserDans("#recherche", "Chercher");
        assertThat(agent.contenu()).doesNotContain("Ysaline");
        for (String page : List.of(
                "/etablissement/responsable?id=" + compte.id(),
                "/etablissement/courrier?id=" + compte.id() + "&uai=0330009Z",
                "/etablissement/attendu?id=999999")) {
            agent.ouvrirPage(page);
            assertThat(agent.titre()).as(page).isEqualTo("Page introuvable");
        }
    }

    private Visiteur agent(String identifiant) {
        pile.familles().agent(identifiant, false);
        Visiteur agent = navigateur.visiteur();
        agent.ouvrirPage("/etablissement");
        agent.sIdentifier(identifiant, Familles.MOT_DE_PASSE);
        return agent;
    }
}
