package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Le secrétariat importe SIECLE : des fichiers à l'aperçu, de l'aperçu au rapport, à la souris, au clavier, sans script. */
@EssaiLong("un import au bureau d'un bout à l'autre ; RemiseDeSiecleIT garde la remise des fichiers")
@EssaiDeNavigateur
@Timeout(240)
class ImportSiecleIT {

    private static final String PAGE = "/etablissement/siecle";
    private static final int TABULATIONS_AU_PLUS = 60;

    private final Pile pile;
    private final Navigateur navigateur;

    ImportSiecleIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leSecretariatImporteSiecleDesFichiersAuRapport() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zimporta");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur agent = agent(navigateur.visiteur(Navigateur.ORDINATEUR), ecole, "secretaire");
        agent.presser("Importer SIECLE");
        assertThat(agent.contenu()).contains("Rien ne change avant", "1 Mo au plus", "Aucun import");
        controle.controler(agent, "remettre");

        agent.puisAttendre(() -> agent.page().locator("#remettre").click());
        assertThat(agent.clavierSur("#erreurs")).isTrue();
        assertThat(agent.contenu())
                .contains("Choisissez l’export des élèves.", "Choisissez l’export des responsables.");
        controle.controler(agent, "fichiers absents");
        choisir(agent, ExportsDEssai.famille("0339999Z", "Durand"));
        agent.puisAttendre(() -> agent.page().locator("#remettre").click());
        assertThat(agent.contenu()).contains("n’est pas l’un des vôtres", "Rien n’a été changé");
        controle.controler(agent, "fichiers refusés");

        agent.ouvrirPage(PAGE);
        choisir(
                agent,
                ExportsDEssai.famille(ecole.uai(), "Durand").ilYA(1).personne("13", "MME", "D".repeat(5000), "Zoé"));
        agent.puisAttendre(() -> agent.page().locator("#remettre").click());
        assertThat(agent.titre()).isEqualTo("Import SIECLE : ce qui changerait");
        assertThat(agent.clavierSur("h1")).isTrue();
        controle.controler(agent, "aperçu");
        agent.presser("2 nouveaux responsables");
        assertThat(agent.contenu()).contains("MME Karima DURAND", "Attendra un compte");
        controle.controler(agent, "liste des responsables");
        agent.presser("Revenir à l’import");
        agent.presser("Voir les lignes refusées ou signalées");
        assertThat(agent.contenu()).contains("Le champ nom de famille compte 5000 caractères", "Corrigez la fiche");
        controle.controler(agent, "liste des refus");
        agent.presser("Revenir à l’import");
        String adresse = agent.chemin();

        Visiteur chef = agent(navigateur.visiteur(), ecole, "chef");
        chef.ouvrirPage(PAGE);
        assertThat(chef.contenu()).contains("attendent d’être validés");
        controle.controler(chef, "import en cours, pour un autre agent");
        chef.presser("Voir ce qui changerait");
        assertThat(chef.chemin()).isEqualTo(adresse);

        agent.puisAttendre(() -> agent.page().locator("#valider").click());
        agent.page().locator(".fr-alert--success").waitFor();
        assertThat(agent.titre()).isEqualTo("Import SIECLE : rapport");
        assertThat(agent.contenu()).contains("L’import est terminé", "1 nouvel élève");
        controle.controler(agent, "rapport");
        agent.puisAttendre(() -> agent.page().goBack());
        assertThat(agent.contenu()).doesNotContain("Rien n’est encore changé");
        chef.puisAttendre(() -> chef.page().locator("#valider").click());
        assertThat(chef.contenu()).contains("Cet import n’attend plus d’être validé", "L’import est terminé");
        agent.ouvrirPage(PAGE);
        assertThat(agent.contenu()).contains("Imports précédents", "Appliqué", "1 nouvel élève");
        controle.controler(agent, "imports précédents");
        agent.ouvrirPage("/etablissement/comptes");
        assertThat(agent.contenu()).contains("Karima DURAND");
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void unImportQuiRetireBeaucoupLeDitEtDemandeUneCase() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zimportb");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Visiteur agent = agent(navigateur.visiteur(), ecole, "secretaire");
        remettre(agent, ecole);
        pile.base()
                .executer(
                        "UPDATE livraison SET compteurs = JSON_SET(compteurs, '$.liensConnus', 40, '$.LIEN.partis', 12)"
                                + " WHERE ouverte = 1 AND perimetre = '" + ecole.uai() + "'");
        agent.ouvrirPage(agent.chemin());
        assertThat(agent.contenu())
                .contains("Cet import retire beaucoup de liens", "12 liens sur les 40 connus (30 %)");
        agent.puisAttendre(() -> agent.page().locator("#valider").click());
        assertThat(agent.clavierSur("#erreurs")).isTrue();
        controle.controler(agent, "retraits à confirmer");
        agent.page().locator("#erreurs a").click();
        assertThat(agent.clavierSur("#retraits")).isTrue();
        agent.puisAttendre(() -> agent.page().locator("#abandonner").click());
        assertThat(agent.contenu()).contains("Cet import a été abandonné : rien n’a été changé.");
        controle.controler(agent, "abandonné");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void toutSeFaitAuClavier() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zimportc");
        Visiteur agent = agent(navigateur.visiteur(Navigateur.ORDINATEUR), ecole, "secretaire");
        agent.ouvrirPage(PAGE);
        atteindre(agent, "eleves");
        atteindre(agent, "responsables");
        // Le choix d'un fichier est une fenêtre du système : elle se remplit à sa place.
        choisir(agent, ExportsDEssai.famille(ecole.uai(), "Durand"));
        atteindre(agent, "Lire les deux fichiers");
        agent.puisAttendre(() -> agent.page().keyboard().press("Enter"));
        assertThat(agent.clavierSur("h1")).isTrue();
        atteindre(agent, "1 nouvel élève");
        agent.puisAttendre(() -> agent.page().keyboard().press("Enter"));
        assertThat(agent.titre()).isEqualTo("Nouveaux élèves");
        agent.puisAttendre(() -> agent.page().goBack());
        atteindre(agent, "Valider");
        agent.puisAttendre(() -> agent.page().keyboard().press("Enter"));
        assertThat(agent.titre()).isIn("Import SIECLE : en cours", "Import SIECLE : rapport");
    }

    @Test
    void sansScriptLesFichiersPartentEtLAvancementSeRelit() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zimportd");
        Visiteur agent = agent(navigateur.sansScript(Navigateur.TELEPHONE), ecole, "secretaire");
        remettre(agent, ecole);
        assertThat(agent.contenu()).contains("Rien n’est encore changé", "2 nouveaux liens");
        String id = ClientHttp.parametre(agent.chemin(), "id");
        pile.base()
                .executer(
                        "UPDATE livraison SET etat = 'CONFIRMEE', confirmee_le = UTC_TIMESTAMP(3), confirmee_de = 'x',"
                                + " faits = 1 WHERE id = " + id);
        agent.ouvrirPage(PAGE + "/import?id=" + id);
        assertThat(agent.contenu()).contains("1 sur ", "même si vous vous déconnectez");
        assertThat(agent.page().locator("meta[http-equiv=refresh]").count()).isEqualTo(1);
        pile.base().executer("UPDATE livraison SET etat = 'APPLIQUEE', finie_le = UTC_TIMESTAMP(3) WHERE id = " + id);
        agent.presser("Où en est-on ?");
        assertThat(agent.contenu()).contains("L’import est terminé");
    }

    private void remettre(Visiteur agent, EcoleDEssai ecole) {
        agent.ouvrirPage(PAGE);
        choisir(agent, ExportsDEssai.famille(ecole.uai(), "Durand"));
        agent.puisAttendre(() -> agent.page().locator("#remettre").click());
    }

    private static void choisir(Visiteur agent, ExportsDEssai exports) {
        Page page = agent.page();
        page.locator("#eleves").setInputFiles(new FilePayload(ExportsDEssai.ELEVES, "text/xml", exports.eleves()));
        page.locator("#responsables")
                .setInputFiles(new FilePayload(ExportsDEssai.RESPONSABLES, "text/xml", exports.responsables()));
    }

    private static Visiteur agent(Visiteur visiteur, EcoleDEssai ecole, String role) {
        visiteur.ouvrirPage("/etablissement");
        visiteur.sIdentifier(ecole.agent(role), Familles.MOT_DE_PASSE);
        return visiteur;
    }

    /** Avance à la tabulation jusqu'à l'élément de ce libellé, ou de cet identifiant ; chacun sur le chemin se voit. */
    private static void atteindre(Visiteur agent, String cible) {
        List<String> chemin = new ArrayList<>();
        for (int i = 0; i < TABULATIONS_AU_PLUS; i++) {
            agent.page().keyboard().press("Tab");
            chemin.add(agent.clavier());
            assertThat(agent.clavierVisible()).as(chemin.toString()).isTrue();
            if (agent.clavier().equals(cible)) {
                return;
            }
        }
        throw new AssertionError("« " + cible + " » n'est pas atteint : " + chemin);
    }
}
