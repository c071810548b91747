package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** « Il manque un enfant ? » : le courrier demandé à l'établissement, sa réponse, et ce que le responsable en lit. */
@EssaiLong("un courrier redemandé, du parent au bureau ; DemandeServiceTest garde la règle")
@EssaiDeNavigateur
class DemandeDeCourrierIT {

    private static final String PAGE = "/compte/enfant-manquant";
    private static final String ENFANT = PAGE + "/enfant?uai=" + Familles.UAI;

    private final Pile pile;
    private final Navigateur navigateur;

    DemandeDeCourrierIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void leResponsableDemandeLEtablissementRepondEtLeResponsableLeLit() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zdemande");
        pile.base().executer("DELETE FROM demande_de_courrier WHERE uai = '" + ecole.uai() + "'");
        Controle controle = new Controle(Navigateur.TELEPHONE, 320, Navigateur.ORDINATEUR);
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage("/compte/enfants");
        parent.presserDans("main", "Il manque un enfant ?");
        assertThat(parent.titre()).isEqualTo("Il manque un enfant");
        assertThat(parent.clavierSur("h1")).isTrue();
        controle.controler(parent, "il manque un enfant");
        parent.presserDans("main", "Demander un nouveau courrier");
        parent.page().locator("main #mots").fill("zdemande");
        parent.presserDans("main", "Chercher");
        assertThat(parent.contenu()).contains("1 établissement trouvé", "Zdemande", ecole.uai());
        controle.controler(parent, "demande, établissement");
        parent.puisAttendre(
                () -> parent.page().locator("main a[href*='enfant?uai=']").click());
        controle.controler(parent, "demande, enfant");

        parent.presserDans(".ts-actions", "Envoyer la demande");
        assertThat(parent.clavierSur("#erreurs")).isTrue();
        parent.page().locator("#enfantPrenom-saisie").fill("Zoé-Líng");
        parent.page().locator("#enfantNom-saisie").fill("N’Diaye");
        parent.saisir("Date de naissance de l’enfant", "31/02/2014");
        parent.presserDans(".ts-actions", "Envoyer la demande");
        assertThat(parent.contenu()).contains("Écrivez la date avec le jour");
        controle.controler(parent, "demande, date refusée");
        parent.saisir("Date de naissance de l’enfant", "1/3/2041");
        parent.presserDans(".ts-actions", "Envoyer la demande");
        assertThat(parent.contenu()).contains("Ce n’est pas la date de naissance d’un élève");
        parent.saisir("Date de naissance de l’enfant", "1/3/2014");
        parent.presserDans(".ts-actions", "Envoyer la demande");
        assertThat(parent.texte(".fr-alert")).contains("Votre demande est envoyée");
        assertThat(parent.contenu()).contains("Zoé-Líng N’DIAYE", "n’a pas encore répondu");
        controle.controler(parent, "demande faite");

        Visiteur agent = navigateur.visiteur(Navigateur.ORDINATEUR);
        agent.ouvrirPage("/etablissement");
        agent.sIdentifier(ecole.agent("secretaire"), Familles.MOT_DE_PASSE);
        assertThat(agent.contenu()).contains("Répondre à 1 demande de courrier");
        agent.presserDans("main", "Répondre à 1 demande de courrier");
        assertThat(agent.contenu()).contains("Zoé-Líng N’DIAYE", "1 mars 2014", "Cristelle DURAND");
        controle.controler(agent, "demandes");
        agent.puisAttendre(
                () -> agent.page().locator("main a[href*='demande?id=']").click());
        controle.controler(agent, "demande, au bureau");
        String adresse = agent.chemin();
        agent.presserDans("main", "Chercher cet élève");
        assertThat(agent.chemin()).startsWith("/etablissement?q=");
        agent.ouvrirPage(adresse);
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.contenu()).contains("Choisissez une réponse");
        agent.page().locator("label[for=suite-SANS_SUITE]").click();
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.contenu()).contains("Écrivez la raison");
        controle.controler(agent, "demande, sans raison");
        agent.page().locator("#motif").fill("Aucun élève de ce nom.");
        agent.presserDans(".ts-actions", "Enregistrer la réponse");
        assertThat(agent.texte(".fr-alert")).contains("en lira la raison");
        assertThat(agent.contenu()).contains("Aucune demande n’attend");
        agent.ouvrirPage(adresse);
        assertThat(agent.contenu()).contains("n’attend plus de réponse");

        parent.ouvrirPage(PAGE);
        assertThat(parent.contenu())
                .contains("L’établissement n’en fera pas.", "Aucun élève de ce nom.")
                .doesNotContain("Renoncer");
        controle.controler(parent, "demande, sans suite");
        assertThat(agent.erreursDeConsole()).isEmpty();
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void leMemeCheminSeFaitSansJavaScriptEtOnYRenonce() {
        Visiteur parent = navigateur.sansScript(Navigateur.TELEPHONE);
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage(ENFANT);
        demanderPourLou(parent);
        assertThat(parent.contenu()).contains("Votre demande est envoyée", "Lou DURAND");
        parent.puisAttendre(() -> parent.page().goBack());
        demanderPourLou(parent);
        assertThat(parent.contenu()).contains("Lou DURAND");
        assertThat(parent.page().locator("main .ts-enfant").count())
                .as("envoyée deux fois")
                .isEqualTo(1);
        parent.puisAttendre(
                () -> parent.page().locator("main input[type=submit]").first().click());
        assertThat(parent.contenu()).contains("Vous avez renoncé").doesNotContain("Lou DURAND");
    }

    /** Sans courrier : la date de naissance, le code reçu par courriel, et l'étape 2 montre l'autre compte. */
    @Test
    void unCodeRecuProuveLAutreCompteJusquALaFin() {
        Pile.Compte autre = pile.cree("Noé");
        pile.base()
                .executer(
                        "UPDATE responsable SET mail = '" + autre.identifiant() + "@exemple.fr' WHERE id = "
                                + autre.id(),
                        "UPDATE eleve SET date_naissance = '2011-02-27' WHERE id IN (SELECT eleve_id FROM rattachement"
                                + " WHERE responsable_id = " + autre.id() + ")");
        Controle controle = new Controle(Navigateur.TELEPHONE, Navigateur.ORDINATEUR);
        Pile.Compte sien = pile.actif("Dylan");
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(sien);
        parent.ouvrirPage(PAGE);
        parent.presserDans("main", "Recevoir un code");
        controle.controler(parent, "code, demande");
        parent.page().locator("#naissance-saisie").fill("27/02/2011");
        parent.presserDans(".ts-actions", "Recevoir le code");
        assertThat(parent.titre()).isEqualTo("Le code reçu");
        assertThat(parent.contenu()).contains("Si un autre compte à votre nom porte un enfant né ce jour-là");
        controle.controler(parent, "code, saisie");
        parent.page().locator("#code-saisie").fill("00000000");
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.clavierSur("#erreurs")).isTrue();
        assertThat(parent.contenu()).contains("Ce n’est pas le code envoyé.", "Il vous reste 4 essais");
        controle.controler(parent, "code, faux");
        String texte = new Boite(pile, autre.identifiant() + "@exemple.fr").attendre(parent, 1);
        parent.page().locator("#code-saisie").fill(texte.replaceAll("(?s).*?(\\d{4} \\d{4}).*", "$1"));
        parent.presserDans(".ts-actions", "Confirmer");
        assertThat(parent.contenu()).contains("Noé", autre.identifiant());
        controle.controler(parent, "code, étape 2");
        Regroupement.valider(parent);
        assertThat(pile.situation(sien)).isEqualTo("ACTIF : Dylan, Noé");
        assertThat(controle.defauts()).isEmpty();
    }

    private static void demanderPourLou(Visiteur parent) {
        parent.page().locator("#enfantPrenom-saisie").fill("Lou");
        parent.page().locator("#enfantNom-saisie").fill("Durand");
        parent.page().locator("#naissance-saisie").fill("12/03/2014");
        parent.presserDans(".ts-actions", "Envoyer la demande");
    }

    /** Ce que la page répond ne dit pas si l'enfant est connu de l'établissement, ni si un autre compte l'a. */
    @Test
    void laReponseEstLaMemeQueLEnfantExisteOuNon() {
        pile.cree("Florian");
        Map<String, List<Vu>> vus = new LinkedHashMap<>();
        for (String prenom : List.of("Florian", "Personne")) {
            ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
            HttpResponse<String> envoi = envoyer(parent, "Durand", prenom, "11/04/2012");
            vus.put(
                    prenom,
                    List.of(
                            Vu.de(envoi, prenom),
                            Vu.de(parent.lire(ClientHttp.versOu(envoi)), parent(parent), prenom)));
        }
        Vu.exigerLeMeme(vus);
    }

    @Test
    void uneSaisieDemesureeOuForgeeNEcritRien() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        long avant = pile.base().compter("SELECT COUNT(*) FROM demande_de_courrier");
        assertThat(envoyer(parent, "D".repeat(5_000), "Lou", "12/03/2014").statusCode())
                .isEqualTo(200);
        assertThat(envoyer(parent, "Durand", "\u0000Lou", "9".repeat(4_000)).statusCode())
                .isIn(200, 400);
        Map<String, String> champs = champs(parent);
        champs.putAll(Map.of(
                "uai",
                "0339999Z",
                "enfantNom-saisie",
                "Durand",
                "enfantPrenom-saisie",
                "Lou",
                "naissance-saisie",
                "12/03/2014"));
        assertThat(parent.envoyer(PAGE + "/enfant?uai=0339999Z", champs).statusCode())
                .isEqualTo(404);
        assertThat(parent.lire(PAGE + "/enfant?uai=%27%20OR%201=1").statusCode())
                .isEqualTo(404);
        assertThat(parent.lire(PAGE + "/enfant").statusCode()).isEqualTo(404);
        assertThat(pile.base().compter("SELECT COUNT(*) FROM demande_de_courrier"))
                .isEqualTo(avant);
    }

    private static HttpResponse<String> envoyer(ClientHttp parent, String nom, String prenom, String naissance) {
        Map<String, String> champs = champs(parent);
        champs.put("enfantNom-saisie", nom);
        champs.put("enfantPrenom-saisie", prenom);
        champs.put("naissance-saisie", naissance);
        return parent.envoyer(ENFANT, champs);
    }

    private static Map<String, String> champs(ClientHttp parent) {
        return new HashMap<>(ClientHttp.champs(parent.lire(ENFANT).body()));
    }

    private static String parent(ClientHttp client) {
        return client.lire("/compte/profil").body().replaceAll("(?s).*?(cristelle\\.durand\\.\\d+).*", "$1");
    }
}
