package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** L'assistance académique, le suivi d'un établissement, ses habilitations et le journal du bureau. */
@EssaiLong("le chef et l'assistance d'un bout à l'autre ; BureauIT garde leurs pages, "
        + "HabilitationServiceTest et AssistanceServiceTest leurs règles")
@EssaiDeNavigateur
class PilotageIT {

    private static final String AUTRE_UAI = "0339999Z";
    private static final List<String> DE_L_ASSISTANCE = List.of(
            "/assistance",
            "/assistance?mots=durand",
            "/assistance/compte?id=1",
            "/assistance/journal",
            "/assistance/diffusion",
            "/assistance/diffusion.csv",
            "/assistance/rapprochement",
            "/assistance/rapprochement.csv",
            "/assistance/rapprochement/appliquer",
            "/assistance/export/comptes.csv?mots=durand",
            "/assistance/export/journal.csv?id=1",
            "/assistance/journal/export/journal.csv",
            "/assistance/journal/export/journal.jsonl");
    private static final List<String> DU_SUIVI = List.of(
            "/etablissement/suivi?uai=",
            "/etablissement/suivi/liste?indicateur=COMPTES&uai=",
            "/etablissement/suivi/export/classes.csv?uai=",
            "/etablissement/suivi/export/temps.csv?uai=",
            "/etablissement/suivi/export/liste.csv?indicateur=COMPTES&uai=");
    private static final List<String> DU_CHEF = List.of(
            "/etablissement/habilitations?uai=",
            "/etablissement/habilitations/donner?uai=",
            "/etablissement/habilitations/agent?agent=1&uai=");
    private static final List<String> DU_JOURNAL = List.of(
            "/etablissement/journal",
            "/etablissement/journal/export/journal.csv",
            "/etablissement/journal/export/journal.jsonl");

    private final Pile pile;
    private final Navigateur navigateur;
    private final Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);

    PilotageIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void lAssistanceTrouveUnCompteEtLitSonHistoireSansRienPouvoirChanger() {
        Pile.Compte garde = pile.actif("Dylan");
        Pile.Compte absorbe = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(garde);
        Regroupement.prouver(parent, absorbe);
        parent.presser("VALIDER");
        pile.base()
                .executer("INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, adresse, details)"
                        + " VALUES (UTC_TIMESTAMP(3), 'REGROUPEMENT_REFUSE', " + garde.id() + ", '"
                        + garde.identifiant()
                        + "', 'RESPONSABLE', '127.0.0.1', '{\"refus\": \"IDENTITE_DIFFERENTE\"}')");
        Visiteur assistance = entrer("/assistance", "assistance", "Assistance!2026");
        controle.controler(assistance, "/assistance");

        assistance.page().locator("#mots").fill("x");
        assistance.presserDans("main", "Rechercher");
        assertThat(assistance.contenu()).contains("au moins deux lettres");
        assistance.page().locator("#mots").fill("Dûrand cristelle");
        assistance.presserDans("main", "Rechercher");
        controle.controler(assistance, "/assistance, trouvés");
        assistance.page().locator("#mots").fill(absorbe.identifiant());
        assistance.presserDans("main", "Rechercher");

        assertThat(assistance.contenu()).contains("fermé").contains("Ce compte a été absorbé");
        controle.controler(assistance, "/assistance/compte, fermé");
        assistance.presserDans("main", garde.identifiant());
        assertThat(assistance.contenu())
                .contains("Dylan DURAND", "Florian DURAND", "Le compte " + absorbe.identifiant() + " a été regroupé")
                .contains("REGROUPEMENT_REFUSE – IDENTITE_DIFFERENTE")
                .contains("L’établissement peut corriger celui qui est faux")
                .contains("une, ouverte le");
        assertThat(assistance.page().locator("main form[method=post]").count()).isZero();
        controle.controler(assistance, "/assistance/compte");

        assistance.ouvrirPage("/assistance/journal?responsable=" + garde.identifiant());
        assertThat(assistance.contenu()).contains("Consultation").contains(garde.identifiant());
        controle.controler(assistance, "/assistance/journal");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void unChefSuitSonEtablissementHabiliteUnAgentEtLitLeJournal() {
        pile.familles().agent("chef.essai", true);
        pile.familles().agent("agent.essai", false);
        pile.base()
                .executer(
                        "DELETE FROM habilitation WHERE agent_id IN (SELECT id FROM agent WHERE identifiant ="
                                + " 'agent.essai')",
                        "UPDATE agent SET nom = 'Inconnue-Ailleurs' WHERE identifiant = 'agent.essai'");
        pile.actif("Dylan");
        pile.expire("Florian");
        Visiteur chef = entrer("/etablissement/suivi", "chef.essai", Familles.MOT_DE_PASSE);
        assertThat(chef.titre()).isEqualTo("Suivi des comptes");
        controle.controler(chef, "/etablissement/suivi");
        assertThat(chef.contenu()).contains("Taux d’activation", " %").doesNotContain("Total");
        chef.presserDans("main table", "Taux d’activation");
        assertThat(chef.chemin()).contains("tri=TAUX");
        assertThat(chef.page().locator("th[aria-sort=ascending]").textContent()).isEqualTo("Taux d’activation");
        chef.puisAttendre(() ->
                chef.page().locator("td a[href*='indicateur=EXPIRES']").first().click());
        assertThat(chef.titre()).isEqualTo("Provisoires périmés");
        assertThat(chef.contenu()).contains("Florian (5B)");
        controle.controler(chef, "/etablissement/suivi/liste");

        chef.ouvrirPage("/etablissement/habilitations?uai=" + Familles.UAI);
        controle.controler(chef, "/etablissement/habilitations");
        chef.presserDans("main", "Habiliter un agent");
        controle.controler(chef, "/etablissement/habilitations/donner");
        chef.presserDans("main", "Habiliter");
        assertThat(chef.contenu())
                .contains("« Identifiant de l’agent »", "« Prénom »", "« Nom »", "« Adresse mail professionnelle »");
        controle.controler(chef, "/etablissement/habilitations/donner, champs vides");
        habiliter(chef, "nouvel.agent", "Ève");
        assertThat(chef.contenu())
                .contains("Elle s’ouvrira quand l’agent se connectera.")
                .contains("Ève Nouvelle, nouvel.agent");
        for (String identifiant : List.of("cristelle.durand", "agent.essai")) {
            chef.presserDans("main", "Habiliter un agent");
            habiliter(chef, identifiant, "Zoé");
            assertThat(chef.contenu())
                    .contains("Zoé Nouvelle, " + identifiant)
                    .doesNotContain("Inconnue-Ailleurs", "DURAND");
        }
        chef.presserDans("main", "Habiliter un agent");
        habiliter(chef, "agent.essai", "Zoé");
        assertThat(chef.contenu()).contains("déjà habilité pour l’établissement, ou le sera");
        controle.controler(chef, "/etablissement/habilitations/donner, refus");

        Visiteur agent = entrer("/etablissement/suivi", "agent.essai", Familles.MOT_DE_PASSE);
        assertThat(agent.titre()).isEqualTo("Suivi des comptes");
        chef.ouvrirPage("/etablissement/habilitations?uai=" + Familles.UAI);
        controle.controler(chef, "/etablissement/habilitations, en attente");
        chef.puisAttendre(
                () -> chef.page().locator("main a[href*='attendue']").first().click());
        controle.controler(chef, "/etablissement/habilitations/attendue");
        chef.presserDans("main", "Retirer l’habilitation");
        assertThat(chef.contenu()).contains("L’habilitation est retirée.");
        chef.puisAttendre(() -> chef.page()
                .locator("tr", new Page.LocatorOptions().setHasText("agent.essai"))
                .locator("a")
                .click());
        controle.controler(chef, "/etablissement/habilitations/agent");
        chef.presserDans("main", "Retirer l’habilitation");
        assertThat(chef.contenu()).contains("L’habilitation est retirée.").doesNotContain("agent.essai");
        agent.ouvrirPage("/etablissement/suivi");
        assertThat(agent.page().locator("h1").first().textContent()).doesNotContain("Suivi");

        chef.ouvrirPage("/etablissement/journal?acteur=chef.essai");
        assertThat(chef.contenu())
                .contains(
                        "Habilitation donnée",
                        "Habilitation retirée",
                        "Consultation",
                        "refusé : agent agent.essai, déjà habilité");
        controle.controler(chef, "/etablissement/journal");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void renoncerASonPropreDroitSePresseDeuxFois() {
        pile.familles().etablissement("0339996X", "Collège à deux chefs");
        long un = pile.familles().agentSansEtablissement("chef.un", "ETABLISSEMENT");
        long deux = pile.familles().agentSansEtablissement("chef.deux", "ETABLISSEMENT");
        for (long id : new long[] {un, deux}) {
            pile.base().executer("INSERT INTO habilitation (agent_id, uai, chef) VALUES (" + id + ", '0339996X', 1)");
        }
        String chefs = "SELECT COUNT(*) FROM habilitation WHERE uai = '0339996X' AND chef = 1";
        Visiteur chef = entrer("/etablissement/suivi", "chef.un", Familles.MOT_DE_PASSE);
        chef.ouvrirPage("/etablissement/habilitations/agent?uai=0339996X&agent=" + un);
        chef.presserDans("main", "Ne plus être chef");
        assertThat(chef.contenu()).contains("C’est votre propre habilitation", "Rien n’est encore changé");
        controle.controler(chef, "renoncer à son propre droit");
        assertThat(pile.base().compter(chefs)).isEqualTo(2);
        chef.presserDans("main", "Ne plus être chef");
        assertThat(pile.base().compter(chefs)).isEqualTo(1);
        assertThat(chef.chemin()).isEqualTo("/etablissement");
        Visiteur dernier = entrer("/etablissement/suivi", "chef.deux", Familles.MOT_DE_PASSE);
        dernier.ouvrirPage("/etablissement/habilitations/agent?uai=0339996X&agent=" + deux);
        dernier.presserDans("main", "Retirer l’habilitation");
        dernier.presserDans("main", "Retirer l’habilitation");
        assertThat(dernier.contenu()).contains("L’établissement n’aurait plus de chef.");
        assertThat(pile.base().compter(chefs)).isEqualTo(1);
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void personneDAutreNEntreEtRienNeFuit() {
        pile.familles().agent("simple.essai", false);
        pile.familles().agent("directeur.essai", true);
        Pile.Compte famille = pile.actif("Dylan");
        ClientHttp parent = new ClientHttp(pile).connecter(famille);
        ClientHttp simple = agent("/etablissement", "simple.essai", Familles.MOT_DE_PASSE);
        ClientHttp chef = agent("/etablissement", "directeur.essai", Familles.MOT_DE_PASSE);
        ClientHttp assistance = agent("/assistance", "assistance", "Assistance!2026");
        Map<String, String> echecs = new LinkedHashMap<>();
        DE_L_ASSISTANCE.forEach(page -> {
            attendre(echecs, "sans session", new ClientHttp(pile), page, 302);
            attendre(echecs, "parent", parent, page, 403);
            attendre(echecs, "chef", chef, page, 403);
            attendre(echecs, "assistance", assistance, page, 200);
        });
        DU_SUIVI.forEach(page -> {
            attendre(echecs, "sans session", new ClientHttp(pile), page + Familles.UAI, 302);
            attendre(echecs, "parent", parent, page + Familles.UAI, 403);
            attendre(echecs, "assistance", assistance, page + Familles.UAI, 403);
            attendre(echecs, "simple", simple, page + Familles.UAI, 200);
            attendre(echecs, "ailleurs", simple, page + AUTRE_UAI, 404);
        });
        DU_CHEF.forEach(page -> {
            attendre(echecs, "sans session", new ClientHttp(pile), page + Familles.UAI, 302);
            attendre(echecs, "parent", parent, page + Familles.UAI, 403);
            attendre(echecs, "simple", simple, page + Familles.UAI, 403);
            attendre(echecs, "ailleurs", chef, page + AUTRE_UAI, 404);
        });
        DU_JOURNAL.forEach(page -> {
            attendre(echecs, "sans session", new ClientHttp(pile), page, 302);
            attendre(echecs, "parent", parent, page, 403);
            attendre(echecs, "simple", simple, page, 403);
            attendre(echecs, "chef", chef, page, 200);
        });
        assertThat(echecs).isEmpty();
    }

    /** De ce genre : aucune école à diriger, ou une autre que celle demandée ; une page, un fichier, un formulaire. */
    @Test
    void cheminDuChefDUneEcoleOuLOnNEstQueSecretaire() {
        pile.familles().etablissement("0339997Y", "Lycée voisin");
        long id = pile.familles().agent("mixte.essai", false);
        pile.base().executer("INSERT INTO habilitation (agent_id, uai, chef) VALUES (" + id + ", '0339997Y', 1)");
        ClientHttp mixte = agent("/etablissement", "mixte.essai", Familles.MOT_DE_PASSE);
        Map<String, String> echecs = new LinkedHashMap<>();
        attendre(echecs, "où il dirige", mixte, "/etablissement/habilitations?uai=0339997Y", 200);
        attendre(echecs, "où il ne dirige pas", mixte, "/etablissement/habilitations?uai=" + Familles.UAI, 403);
        attendre(echecs, "où il n'est pas", mixte, "/etablissement/habilitations?uai=" + AUTRE_UAI, 404);
        attendre(echecs, "son journal", mixte, "/etablissement/journal", 200);
        assertThat(echecs).isEmpty();
        Visiteur simple = navigateur.visiteur();
        pile.familles().agent("secretariat.curieux", false);
        simple.ouvrirPage("/etablissement/journal");
        simple.sIdentifier("secretariat.curieux", Familles.MOT_DE_PASSE);
        assertThat(simple.titre()).isEqualTo("Page réservée au chef d’établissement");
        controle.controler(simple, "réservé au chef");
        simple.presserDans("main", "Revenir à l’accueil");
        assertThat(simple.chemin()).isEqualTo("/etablissement");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void unFormulaireRejouePourUnAutreEtablissementNeChangeRien() {
        long id = pile.familles().agent("cible.essai", false);
        pile.familles().agent("patron.essai", true);
        pile.base()
                .executer(
                        "INSERT IGNORE INTO etablissement (uai, nature, nom) VALUES ('" + AUTRE_UAI
                                + "', 'LYCEE', 'Autre')",
                        "INSERT INTO habilitation (agent_id, uai) VALUES (" + id + ", '" + AUTRE_UAI + "')");
        ClientHttp chef = agent("/etablissement", "patron.essai", Familles.MOT_DE_PASSE);
        String page = "/etablissement/habilitations/agent";
        Map<String, String> champs = ClientHttp.champs(
                chef.lire(page + "?uai=" + Familles.UAI + "&agent=" + id).body());
        champs.remove("nommer");
        champs.put("uai", AUTRE_UAI);
        HttpResponse<String> reponse = chef.envoyer(page, champs);

        assertThat(reponse.statusCode()).isEqualTo(404);
        assertThat(pile.base().compter("SELECT COUNT(*) FROM habilitation WHERE agent_id = " + id))
                .isEqualTo(2);
    }

    private static void habiliter(Visiteur chef, String identifiant, String prenom) {
        chef.page().locator("#identifiant-saisie").fill(identifiant);
        chef.page().locator("#prenom-saisie").fill(prenom);
        chef.page().locator("#nom-saisie").fill("Nouvelle");
        chef.page().locator("#mail-saisie").fill("eve@exemple.fr");
        chef.presserDans("main", "Habiliter");
    }

    private Visiteur entrer(String page, String identifiant, String motDePasse) {
        Visiteur agent = navigateur.visiteur(Navigateur.ORDINATEUR);
        agent.ouvrirPage(page);
        agent.sIdentifier(identifiant, motDePasse);
        return agent;
    }

    private ClientHttp agent(String bureau, String identifiant, String motDePasse) {
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer(bureau, identifiant, motDePasse);
        return agent;
    }

    private static void attendre(Map<String, String> echecs, String qui, ClientHttp client, String page, int statut) {
        HttpResponse<String> reponse = client.lire(page);
        if (reponse.statusCode() != statut) {
            echecs.put(qui + " " + page, reponse.statusCode() + " au lieu de " + statut);
        }
    }
}
