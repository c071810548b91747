package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Remettre à une école ses deux exports de SIECLE, valider ou abandonner : ce qui est à prendre, ce qui ne l'est pas, et deux à la fois. */
@ExtendWith(PileExtension.class)
@Timeout(180)
class RemiseDeSiecleIT {

    private static final String REMETTRE = "/etablissement/siecle/remettre";
    private static final String PAGE = "/etablissement/siecle";
    private static final String IMPORT = PAGE + "/import?id=";
    private static final AtomicInteger SUITE = new AtomicInteger();
    private static final Path XXE = Path.of("src/test/resources/alimentation/siecle-hostile/xxe-dans-l-en-tete.xml");

    private final Pile pile;
    private EcoleDEssai ecole;
    private ClientHttp chef;

    RemiseDeSiecleIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zremise" + SUITE.incrementAndGet());
        chef = agent("chef");
    }

    @Test
    void lesDeuxExportsSeRemettentDansLOrdreQuOnVeutEnXmlOuEnZip() {
        ExportsDEssai exports = ExportsDEssai.famille(ecole.uai(), "Durand");
        Map<String, ClientHttp.Fichier> croises = new LinkedHashMap<>();
        croises.put(
                "eleves", new ClientHttp.Fichier("a.zip", zip("ResponsablesAvecAdresses.xml", exports.responsables())));
        croises.put("responsables", new ClientHttp.Fichier("C:\\\\bureau\\\\b.xml", exports.eleves()));

        String apercu = page(chef.envoyerDesFichiers(REMETTRE, croises));
        assertThat(apercu)
                .contains("1 nouvel élève", "2 nouveaux responsables", "2 nouveaux liens", "Rien n’est encore changé")
                .contains("b.xml", "ResponsablesAvecAdresses.xml")
                .doesNotContain("bureau\\", "a.zip");
        assertThat(pile.fichiersEnAttente()).isEmpty();
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM responsable WHERE prenom = 'Karima' AND nom_famille ="
                                + " 'Durand'"))
                .isZero();
    }

    /** De ce genre : rien, un seul, deux fois le même, une autre école, une autre année, demain, coupé, mal fermé, piégé, trop gros. */
    @Test
    void ceQuiNEstPasAPrendreEstRefuseAvecSaRaisonEtNeLaisseRien() throws IOException {
        ExportsDEssai bons = ExportsDEssai.famille(ecole.uai(), "Durand");
        byte[] e = bons.eleves();
        byte[] r = bons.responsables();
        Map<String, Map<String, ClientHttp.Fichier>> envois = new LinkedHashMap<>();
        envois.put("Choisissez l’export des responsables", deux("e.xml", e, "", new byte[0]));
        envois.put("Choisissez l’export des élèves", deux("", new byte[0], "r.xml", r));
        envois.put("e0.xml : Le fichier est vide", deux("e0.xml", new byte[0], "r.xml", r));
        envois.put("l’export « ResponsablesAvecAdresses » était attendu", deux("e1.xml", e, "e2.xml", e));
        envois.put(
                "qui n’est pas l’un des vôtres",
                ExportsDEssai.famille("0339999Z", "Durand").fichiers());
        envois.put(
                "Le fichier est celui de l’année scolaire 2019",
                ExportsDEssai.famille(ecole.uai(), "Durand").annee(2019).fichiers());
        envois.put(
                "qui n’est pas encore venu",
                ExportsDEssai.famille(ecole.uai(), "Durand").ilYA(-3).fichiers());
        envois.put(
                "Les deux exports ne sont pas du même établissement",
                deux(
                        "e.xml",
                        e,
                        "r.xml",
                        ExportsDEssai.famille(ecole.uai(), "Durand")
                                .annee(bons.annee() + 1)
                                .responsables()));
        envois.put("Le fichier s’arrête avant la fin", deux("e.xml", moitie(e), "r.xml", r));
        envois.put(
                "ligne 3 : Une balise fermante",
                deux(
                        "e.xml",
                        new String(e, StandardCharsets.ISO_8859_1)
                                .replaceFirst("</UAJ>", "</UAI>")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "r.xml",
                        r));
        envois.put(
                "Ce n’est ni un fichier XML, ni une archive",
                deux("e.docx", "Bonjour".getBytes(StandardCharsets.UTF_8), "r.xml", r));
        envois.put("ce qu’aucun export ne fait", deux("e.xml", Files.readAllBytes(XXE), "r.xml", r));
        envois.put("L’archive contient bien plus", deux("e.zip", zip("e.xml", new byte[3_000_000]), "r.xml", r));
        envois.put("L’archive range son fichier dans un dossier", deux("e.zip", zip("../e.xml", e), "r.xml", r));
        envois.put("L’archive contient 2 fichiers", deux("e.zip", zip("e.xml", e, "f.xml", e), "r.xml", r));
        envois.put("aaa…, ligne", deux("e.zip", zip("a".repeat(5000), moitie(e)), "r.xml", r));
        envois.put("L’archive ne contient aucun fichier", deux("e.zip", zip(), "r.xml", r));
        envois.put("Ce fichier dépasse 1\u00a0Mo", deux("e.xml", new byte[1_200_000], "r.xml", r));

        List<String> defauts = new ArrayList<>();
        envois.forEach((phrase, fichiers) -> {
            List<HttpResponse<String>> reponses = new ArrayList<>();
            List<String> changees =
                    EtatDeLaBase.changements(
                                    pile.base(), () -> reponses.add(chef.envoyerDesFichiers(REMETTRE, fichiers)))
                            .stream()
                            .filter(table -> !table.startsWith("livraison"))
                            .toList();
            HttpResponse<String> reponse = reponses.get(0);
            String texte = texte(reponse.body());
            if (reponse.statusCode() != 200 || !texte.contains(phrase.replace('\u00a0', ' '))) {
                defauts.add(phrase + " : " + reponse.statusCode() + " " + erreurs(reponse.body()));
            }
            if (!changees.isEmpty() || !pile.fichiersEnAttente().isEmpty()) {
                defauts.add(phrase + " laisse " + changees + pile.fichiersEnAttente());
            }
        });
        assertThat(defauts).isEmpty();
        assertThat(pile.base()
                        .lire("SELECT DISTINCT action FROM journal_bureau WHERE acteur = '" + ecole.agent("chef")
                                + "' AND action LIKE 'IMPORT%'"))
                .containsExactly("IMPORT_REFUSE");
        assertThat(pile.base()
                        .compter("SELECT COUNT(*) FROM livraison WHERE ouverte = 1 AND perimetre = '" + ecole.uai()
                                + "'"))
                .isZero();
    }

    @Test
    void unEnvoiDemesureRecoitQuandMemeUnePage() {
        HttpResponse<String> reponse =
                chef.envoyerDesFichiers(REMETTRE, deux("e.xml", new byte[3_500_000], "r.xml", new byte[3_000_000]));
        assertThat(reponse.statusCode()).isEqualTo(200);
        assertThat(texte(reponse.body())).contains("Ce fichier dépasse 1 Mo");
        assertThat(pile.fichiersEnAttente()).isEmpty();
    }

    @Test
    void unEnvoiSansFichiersOuSansFormeNeFaitPasDePanne() {
        assertThat(texte(chef.envoyer(REMETTRE, Map.of("eleves", "x")).body()))
                .contains("Les fichiers ne sont pas arrivés entiers");
        String nomSansFin = "a".repeat(5000) + ".xml";
        assertThat(chef.envoyerDesFichiers(REMETTRE, deux(nomSansFin, new byte[1], "r.xml", new byte[1]))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ClientHttp.versOu(chef.lire(REMETTRE))).endsWith(PAGE);
    }

    @Test
    void unAutreAgentVoitLImportDuPremierEtNeLeRemplacePas() {
        String premier = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        ClientHttp secretaire = agent("secretaire");
        String page = secretaire.lire(PAGE).body();
        assertThat(page).doesNotContain("id=\"remettre\"");
        assertThat(texte(page)).contains("attendent d’être validés", ecole.agent("chef"), "validez d’abord cet import");
        HttpResponse<String> second = secretaire.envoyerDesFichiers(
                REMETTRE, ExportsDEssai.famille(ecole.uai(), "Martin").fichiers());
        assertThat(ClientHttp.versOu(second)).contains("id=" + premier).contains("deja=EN_COURS");
        assertThat(page(second)).contains("Cet établissement avait déjà un import en cours");
        assertThat(texte(secretaire.lire(liste(premier, "PERSONNES")).body()))
                .contains("Karima DURAND")
                .doesNotContain("MARTIN");
    }

    @Test
    void remisQuatreFoisEnsembleNEnFaitQuUn() {
        Map<String, ClientHttp.Fichier> fichiers =
                ExportsDEssai.famille(ecole.uai(), "Durand").fichiers();
        ExecutorService fils = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<String>> envois = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                envois.add(CompletableFuture.supplyAsync(
                        () -> ClientHttp.versOu(chef.envoyerDesFichiers(REMETTRE, fichiers)), fils));
            }
            assertThat(envois.stream()
                            .map(CompletableFuture::join)
                            .map(suite -> ClientHttp.parametre(suite, "id"))
                            .distinct())
                    .hasSize(1);
        } finally {
            fils.shutdown();
        }
        assertThat(pile.fichiersEnAttente()).isEmpty();
    }

    @Test
    void deuxOngletsNeValidentQuUneFoisEtLAbandonNeSeValidePlus() {
        String id = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        Map<String, String> premier = boutons(id, "valider");
        Map<String, String> second = boutons(id, "valider");
        Map<String, String> abandon = boutons(id, "abandonner");
        assertThat(ClientHttp.versOu(chef.envoyer(PAGE + "/import", premier))).endsWith("id=" + id);
        assertThat(ClientHttp.versOu(chef.envoyer(PAGE + "/import", second))).contains("deja=PLUS_A_VALIDER");
        chef.envoyer(PAGE + "/import", abandon);
        assertThat(etat(id)).isIn("CONFIRMEE", "APPLIQUEE");
        assertThat(actions()).containsExactly("IMPORT_REMIS", "IMPORT_VALIDE");

        ecole = EcoleDEssai.creer(pile, "zremise" + SUITE.incrementAndGet());
        chef = agent("chef");
        String abandonne = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        Map<String, String> tard = boutons(abandonne, "valider");
        chef.envoyer(PAGE + "/import", boutons(abandonne, "abandonner"));
        HttpResponse<String> suite = chef.envoyer(PAGE + "/import", tard);
        assertThat(page(suite)).contains("Cet import n’attend plus d’être validé", "a été abandonné");
        assertThat(etat(abandonne)).isEqualTo("ABANDONNEE");
        assertThat(actions()).containsExactly("IMPORT_REMIS", "IMPORT_ABANDONNE");
    }

    @Test
    void validerRedemandeLeMotDePasseEtNePerdRien() {
        String id = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        Map<String, String> champs = boutons(id, "valider");
        pile.base()
                .executer(
                        "UPDATE session_ouverte SET prouvee_le = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR WHERE identifiant ="
                                + " '" + ecole.agent("chef") + "'");
        assertThat(texte(chef.lire(IMPORT + id).body()))
                .contains("Votre mot de passe vous sera redemandé pour valider");
        assertThat(ClientHttp.versOu(chef.envoyer(PAGE + "/import", champs))).contains("/cas/login");
        assertThat(etat(id)).isEqualTo("LUE");
    }

    @Test
    void uneSessionPerdueRamenePuisDitQueRienNEstFait() {
        Map<String, ClientHttp.Fichier> fichiers =
                ExportsDEssai.famille(ecole.uai(), "Durand").fichiers();
        chef.oublierTout();
        String cas = ClientHttp.versOu(chef.envoyerDesFichiers(REMETTRE, fichiers));
        assertThat(cas).contains("/cas/login");
        HttpResponse<String> retour = chef.lire(chef.sIdentifier(cas, ecole.agent("chef"), Familles.MOT_DE_PASSE));
        HttpResponse<String> page = chef.lire(ClientHttp.versOu(retour));
        assertThat(ClientHttp.versOu(page)).contains(PAGE + "?motif=SESSION_EXPIREE");
        assertThat(chef.lire(ClientHttp.versOu(page)).body()).contains("Votre session", "id=\"remettre\"");
        assertThat(pile.base().compter("SELECT COUNT(*) FROM livraison WHERE perimetre = '" + ecole.uai() + "'"))
                .isZero();
    }

    @Test
    void unPlusAncienOuLeMemeQueLeDernierAppliqueNeSApplique() {
        ExportsDEssai exports = ExportsDEssai.famille(ecole.uai(), "Durand");
        Map<String, ClientHttp.Fichier> fichiers = exports.fichiers();
        String id = ClientHttp.parametre(ClientHttp.versOu(chef.envoyerDesFichiers(REMETTRE, fichiers)), "id");
        appliquer(id);
        HttpResponse<String> meme = chef.envoyerDesFichiers(REMETTRE, fichiers);
        assertThat(ClientHttp.versOu(meme)).contains("id=" + id).contains("deja=DEJA_APPLIQUEE");
        assertThat(page(meme)).contains("Ces mêmes fichiers ont déjà été appliqués", "L’import est terminé");
        assertThat(texte(chef.envoyerDesFichiers(
                                REMETTRE,
                                ExportsDEssai.famille(ecole.uai(), "Martin")
                                        .ilYA(2)
                                        .fichiers())
                        .body()))
                .contains("a déjà été appliqué", "Faites un nouvel export");
        assertThat(texte(chef.lire(PAGE).body()))
                .contains("Imports précédents", "Appliqué", ecole.agent("chef"), "1 nouvel élève");
    }

    @Test
    void beaucoupDeRetraitsSeConfirmentUneSecondeFois() {
        String id = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        pile.base()
                .executer(
                        "UPDATE livraison SET compteurs = JSON_SET(compteurs, '$.liensConnus', 40, '$.LIEN.partis', 12)"
                                + " WHERE id = " + id);
        assertThat(texte(chef.lire(IMPORT + id).body()))
                .contains("Cet import retire beaucoup de liens", "12 liens sur les 40 connus (30 %)");
        Map<String, String> champs = boutons(id, "valider");
        champs.remove("retraits");
        HttpResponse<String> refus = chef.envoyer(PAGE + "/import", champs);
        assertThat(refus.statusCode())
                .as("vers " + refus.headers().firstValue("Location").orElse(""))
                .isEqualTo(200);
        assertThat(texte(refus.body())).contains("cochez que ces liens sont bien à retirer");
        assertThat(refus.body()).contains("href=\"#retraits\"", "aria-label=\"Valider l’import\"");
        assertThat(etat(id)).isEqualTo("LUE");
        champs = boutons(id, "valider");
        champs.put("retraits", "oui");
        assertThat(ClientHttp.versOu(chef.envoyer(PAGE + "/import", champs))).endsWith("id=" + id);
        assertThat(etat(id)).isIn("CONFIRMEE", "APPLIQUEE");
    }

    @Test
    void lesListesSeLisentParPagesEtSEmportentSansFormule() {
        ExportsDEssai exports = ExportsDEssai.de(ecole.uai());
        for (int i = 0; i < 120; i++) {
            exports.eleve("E" + i, "Nom" + i, "Lou", "5A");
        }
        exports.eleve("X", "=HYPERLINK(1)", "&lt;img src=x&gt;", "5A").eleve("Y", "D".repeat(5000), "Ana", "5A");
        String id = remettre(chef, exports);
        assertThat(texte(chef.lire(IMPORT + id).body())).contains("121 nouveaux élèves", "1 ligne refusée");
        String une = chef.lire(liste(id, "ELEVES")).body();
        assertThat(texte(une)).contains("121 lignes.", "Lou NOM0", "Lou NOM49").doesNotContain("NOM50");
        String trois = chef.lire(liste(id, "ELEVES") + "&page=3").body();
        assertThat(texte(trois)).contains("Lou NOM119").doesNotContain("NOM49");
        assertThat(trois).contains("&lt;img src=x&gt;").doesNotContain("<img src=x");
        String csv =
                chef.lire(liste(id, "ELEVES").replace("/liste?", "/liste.csv?")).body();
        assertThat(csv.lines()).hasSize(122);
        assertThat(csv).contains("'=HYPERLINK(1)").contains("Nouveau;E0;Nom0;Lou;03/02/2013;5A;");
        assertThat(texte(chef.lire(PAGE + "/liste?id=" + id + "&quoi=REMARQUES").body()))
                .contains("Le champ nom de famille compte 5000 caractères", "Corrigez la fiche", "numéro Y");
        String rapport =
                chef.lire(PAGE + "/liste.csv?id=" + id + "&quoi=REMARQUES").body();
        assertThat(rapport.lines()).as("la fiche, et sa classe").hasSize(3);
        assertThat(rapport).contains("TROP_LONG", ExportsDEssai.ELEVES);
    }

    @Test
    void lAvancementSeLitDeToutePageEtDeToutAgentJusquAuRapport() {
        String id = remettre(chef, ExportsDEssai.famille(ecole.uai(), "Durand"));
        String valide = "confirmee_le = UTC_TIMESTAMP(3), confirmee_de = 'x'";
        pile.base().executer("UPDATE livraison SET etat = 'CONFIRMEE', faits = 2, " + valide + " WHERE id = " + id);
        for (ClientHttp agent : List.of(chef, agent("secretaire"), agent("chef"))) {
            String page = agent.lire(IMPORT + id).body();
            assertThat(page).contains("data-ts-suivi", "http-equiv=\"refresh\"", "value=\"2\"");
            assertThat(texte(page))
                    .containsPattern("2 sur [1-9]")
                    .contains("même si vous vous déconnectez")
                    .doesNotContain("Abandonner");
        }
        appliquer(id);
        String rapport = agent("secretaire").lire(IMPORT + id).body();
        assertThat(texte(rapport)).contains("L’import est terminé", "1 nouvel élève", "Comptes à créer");
        assertThat(rapport).doesNotContain("data-ts-suivi", "http-equiv");
    }

    private void appliquer(String id) {
        pile.base()
                .executer("UPDATE livraison SET etat = 'APPLIQUEE', confirmee_le = UTC_TIMESTAMP(3), confirmee_de = '"
                        + ecole.agent("chef") + "', finie_le = UTC_TIMESTAMP(3) WHERE id = " + id);
    }

    private String etat(String id) {
        return pile.base().lire("SELECT etat FROM livraison WHERE id = " + id).get(0);
    }

    private List<String> actions() {
        return pile.base()
                .lire("SELECT action FROM journal_bureau WHERE acteur = '" + ecole.agent("chef")
                        + "' AND action LIKE 'IMPORT%' ORDER BY id");
    }

    private String remettre(ClientHttp agent, ExportsDEssai exports) {
        return ClientHttp.parametre(ClientHttp.versOu(agent.envoyerDesFichiers(REMETTRE, exports.fichiers())), "id");
    }

    /** Le formulaire de l'import, prêt à partir par ce bouton seul. */
    private Map<String, String> boutons(String id, String bouton) {
        Map<String, String> champs = ClientHttp.champs(chef.lire(IMPORT + id).body());
        assertThat(champs).containsKeys("valider", "abandonner");
        champs.remove("valider".equals(bouton) ? "abandonner" : "valider");
        return champs;
    }

    private static String liste(String id, String quoi) {
        return PAGE + "/liste?id=" + id + "&quoi=" + quoi + "&ecart=NOUVEAU";
    }

    /** La page où mène cette réponse. */
    private String page(HttpResponse<String> reponse) {
        return texte(chef.lire(ClientHttp.versOu(reponse)).body());
    }

    private ClientHttp agent(String role) {
        ClientHttp agent = new ClientHttp(pile);
        agent.entrer("/etablissement", ecole.agent(role), Familles.MOT_DE_PASSE);
        return agent;
    }

    private static String texte(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("[\\s\u00a0]+", " ")
                .replace(" ,", ",");
    }

    private static String erreurs(String html) {
        int debut = html.indexOf("id=\"erreurs\"");
        return debut < 0 ? "pas d'erreur" : texte(html.substring(debut, Math.min(html.length(), debut + 900)));
    }

    private static Map<String, ClientHttp.Fichier> deux(String nom, byte[] un, String autreNom, byte[] autre) {
        Map<String, ClientHttp.Fichier> fichiers = new LinkedHashMap<>();
        fichiers.put("eleves", new ClientHttp.Fichier(nom, un));
        fichiers.put("responsables", new ClientHttp.Fichier(autreNom, autre));
        return fichiers;
    }

    private static byte[] moitie(byte[] tout) {
        return Arrays.copyOf(tout, tout.length - 40);
    }

    /** Une archive : un nom, un contenu, et ainsi de suite. */
    private static byte[] zip(Object... entrees) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(sortie)) {
            for (int i = 0; i < entrees.length; i += 2) {
                archive.putNextEntry(new ZipEntry((String) entrees[i]));
                archive.write((byte[]) entrees[i + 1]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sortie.toByteArray();
    }
}
