package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Le secrétariat crée le compte d'un responsable, imprime son courrier, et n'atteint que ses élèves. */
@EssaiLong("une classe, de ses comptes à ses lettres ; BureauIT et LettresIT gardent leurs pages")
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
        agent.puisAttendre(
                () -> agent.page().locator("table a[href*='nouveau']").first().click());
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
    void uneClasseRecoitSesComptesPuisSesLettresEtUnCompteRegroupeSeRetrouve() throws Exception {
        attendu("Petit", "Marie", "6SEC");
        attendu("Nguyen", "Mai", "6SEC");
        pile.familles().etablissement("0330009Z", "Collège d’à côté");
        pile.familles().eleve("Ysaline", "0330009Z");
        Visiteur agent = agent("secretariat.double");
        pile.base()
                .executer(
                        "INSERT INTO habilitation (agent_id, uai) SELECT id, '0330009Z' FROM agent WHERE identifiant ="
                                + " 'secretariat.double'");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        agent.ouvrirPage("/etablissement");
        assertThat(agent.page().locator("#classe optgroup").count()).isEqualTo(2);
        agent.page().locator("#classe").selectOption(Familles.UAI + ":6SEC");
        agent.presserDans("#recherche", "Chercher");
        assertThat(agent.contenu()).contains("2 lignes", "Collège du Moulin").doesNotContain("Ysaline");
        controle.controler(agent, "liste de deux établissements");

        agent.ouvrirPage("/etablissement/comptes?uai=" + Familles.UAI + "&classe=6SEC");
        assertThat(agent.contenu()).contains("2 comptes à créer.");
        agent.presserDans("#formulaire", "Créer ces comptes");
        agent.page().locator("main >> text=2 comptes créés").waitFor();
        agent.ouvrirPage("/etablissement/courriers?uai=" + Familles.UAI + "&classe=6SEC");
        agent.presserDans("#formulaire", "Imprimer ces courriers");
        agent.page().locator("#telecharger").waitFor();
        controle.controler(agent, "courriers prêts");
        Download lettres = agent.page()
                .waitForDownload(() -> agent.page().locator("#telecharger").click());
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(lettres.path()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(agent.contenu()).contains("dans vos téléchargements");
        agent.presserDans("main", "Les lettres ne sont pas arrivées");
        assertThat(agent.contenu()).contains("Ces lettres ont été téléchargées");
        agent.ouvrirPage("/etablissement/courriers?uai=" + Familles.UAI + "&classe=6SEC");
        assertThat(agent.contenu()).contains("Aucun courrier n’attend d’être imprimé", "2 courriers ont été imprimés");
        assertThat(agent.page().locator("main .fr-btn:not(.fr-btn--secondary)").count())
                .as("rien à imprimer, rien qui le propose")
                .isZero();
        controle.controler(agent, "courriers, rien à imprimer");
        agent.presserDans("main", "Refaire des courriers déjà imprimés");
        assertThat(agent.contenu()).contains("2 courriers que des familles tiennent ne serviront plus.");
        controle.controler(agent, "refaire une classe");
        pile.base()
                .executer("UPDATE responsable SET mot_de_passe = NULL, provisoire_expire_le = NULL WHERE nom_famille ="
                        + " 'Nguyen' AND prenom = 'Mai'");
        agent.presserDans("#formulaire", "Refaire ces 2 courriers");
        assertThat(agent.contenu()).contains("Rien n’a été fait", "1 courrier qu’une famille tient ne servira plus.");
        agent.presserDans("#formulaire", "Refaire ce courrier");
        agent.page().locator("#telecharger").waitFor();
        assertThat(agent.contenu()).contains("1 lettre prête");
        agent.ouvrirPage("/etablissement/refaire?uai=" + Familles.UAI);
        assertThat(agent.contenu()).contains("Classe 6SEC");
        controle.controler(agent, "refaire, choix de la classe");
        agent.ouvrirPage("/etablissement/travail?jeton=00000000-0000-0000-0000-000000000000");
        assertThat(agent.titre()).isEqualTo("Ce travail n’est plus là");
        controle.controler(agent, "travail perdu");

        Pile.Compte garde = pile.actif("Dylan");
        Pile.Compte absorbe = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(garde);
        Regroupement.prouver(parent, absorbe);
        parent.presser("VALIDER");
        agent.page().locator("#mots-entete").fill(absorbe.identifiant());
        agent.puisAttendre(() -> agent.page().keyboard().press("Enter"));
        assertThat(agent.contenu()).contains("Ce compte est fermé depuis le", garde.identifiant());
        controle.controler(agent, "fiche d'un compte fermé");
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    private void attendu(String nom, String prenom, String classe) {
        long eleve = pile.familles().eleve("Élève de " + nom);
        pile.base()
                .executer(
                        "UPDATE eleve SET classe = '" + classe + "' WHERE id = " + eleve,
                        "INSERT INTO responsable_attendu (uai, civilite, nom_famille, prenom) VALUES ('" + Familles.UAI
                                + "', 'MME', '" + nom + "', '" + prenom + "')",
                        "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), "
                                + eleve + ", 1, 10 FROM responsable_attendu");
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
