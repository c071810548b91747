package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import fr.academie.teleservices.navigateur.GestesDuBureau.Lecture;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Le journal du bureau : une ligne par regard sur les données d'un responsable et par acte ; et ce que ses exports contiennent. */
@ExtendWith(PileExtension.class)
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalDuBureauIT {

    private static final String SUIVI = "/etablissement/suivi/export/";

    private final Pile pile;
    private final EcoleDEssai ecole;
    private final ClientHttp chef;
    private final ClientHttp assistance;

    JournalDuBureauIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zgolf");
        chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        ecole.commencer(chef);
    }

    @Test
    @Order(1)
    void chaqueRegardLaisseSaLigne() {
        Map<String, List<String>> lues = new LinkedHashMap<>();
        Map<String, List<String>> attendues = new LinkedHashMap<>();
        for (Lecture lecture : GestesDuBureau.LECTURES) {
            ClientHttp qui = lecture.estDeLAssistance() ? assistance : chef;
            long avant = derniere();
            assertThat(qui.lire(lecture.adresse(ecole)).statusCode()).isEqualTo(200);
            String acteur = lecture.estDeLAssistance() ? "assistance" : ecole.agent("chef");
            lues.put(lecture.chemin(), lignesDepuis(avant));
            attendues.put(
                    lecture.chemin(),
                    lecture.traces().stream()
                            .map(action -> ligne(action, acteur))
                            .toList());
        }
        assertThat(lues).isEqualTo(attendues);
    }

    @Test
    @Order(2)
    void unRegardSurQuelquUnDitQui() {
        for (String chemin : List.of(
                "/etablissement/responsable",
                "/etablissement/courrier",
                "/etablissement/attendu",
                "/etablissement/rupture",
                "/etablissement/rupture-confirmation",
                "/etablissement/rupture-faite",
                "/etablissement/contestation")) {
            Lecture lecture = GestesDuBureau.LECTURES.stream()
                    .filter(l -> l.chemin().equals(chemin))
                    .findFirst()
                    .orElseThrow();
            long avant = derniere();
            chef.lire(lecture.adresse(ecole));
            assertThat(pile.base()
                            .lire(
                                    "SELECT uai, COALESCE(responsable_id, eleve_id) IS NOT NULL FROM journal_bureau WHERE id > "
                                            + avant))
                    .as(chemin)
                    .containsExactly(ecole.uai() + "|1");
        }
    }

    @Test
    @Order(3)
    void lesExportsSeLisentDansUnTableur() {
        pile.base()
                .executer("UPDATE responsable SET nom_famille = 'Zoé', prenom = '=HYPERLINK(\"x\")' WHERE id = "
                        + ecole.numero("aEcrire"));
        String liste = tableau(SUIVI + "liste.csv?indicateur=COMPTES&uai=" + ecole.uai());
        assertThat(liste.lines().findFirst().orElseThrow())
                .isEqualTo("Responsable;Identifiant;État du compte;Élèves de l’établissement;Créé le");
        assertThat(liste)
                .contains("'=HYPERLINK(", "ZOÉ", ecole.agent("aecrire"))
                .doesNotContain("CREE", "ACTIF");
        assertThat(liste.lines()).noneMatch(ligne -> ligne.matches("\"?[=+@-].*"));
        assertThat(tableau(SUIVI + "classes.csv?uai=" + ecole.uai()))
                .contains("5A;", "Taux d’activation (%)")
                .doesNotContain("COMPTES");
        assertThat(tableau(SUIVI + "temps.csv?uai=" + ecole.uai()))
                .contains("Comptes créés", "Établissement;;")
                .doesNotContain("COMPTES");
        String contestations = tableau("/etablissement/contestations.csv");
        assertThat(contestations).contains(ecole.agent("declarant"), ecole.uai());
        String journal = tableau("/etablissement/journal/export/journal.csv");
        assertThat(journal)
                .contains("Consultation", "Regroupement cassé", ecole.agent("chef"), "127.0.0.1")
                .doesNotContain(";CONSULTATION;");
        String comptes = tableau("/assistance/export/comptes.csv?mots=" + ecole.agent("aecrire"), assistance);
        assertThat(comptes).contains("Jamais activé").doesNotContain("CREE");
    }

    @Test
    @Order(4)
    void chaqueActeLaisseSaLigneParPersonne() {
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            long avant = derniere();
            HttpResponse<String> reponse = geste.envoyer(chef, champs);
            String suite = reponse.headers().firstValue("Location").orElse("");
            ecole.retenir(reponse);
            GestesDuBureau.attendreLaFin(chef, suite);
            assertThat(lignesDepuis(avant).stream().distinct().toList())
                    .as(geste.nom())
                    .isEqualTo(geste.traces().stream()
                            .map(action -> ligne(action, ecole.agent("chef")))
                            .toList());
        }
    }

    /** De ce genre : chaque acte, chaque filtre d'une recherche ou du journal, chaque liste, chaque fichier. */
    @Test
    @Order(5)
    void leJournalSeLitEnMots() {
        String filtres = "?q=Zoe&etat=CREE&mail=oui&courrier=non&classe=5A&uai=" + ecole.uai();
        for (String page : List.of(
                "/etablissement" + filtres,
                "/etablissement/liste.csv" + filtres,
                "/etablissement/suivi/liste?indicateur=COMPTES&classe=5A&uai=" + ecole.uai(),
                "/etablissement/journal?acteur=zgolf&action=RUPTURE&responsable=x&du=2026-01-01&au=2026-12-31",
                "/etablissement/journal?acteur=zgolf&du=2026-01-01&au=2030-12-31")) {
            assertThat(chef.lire(page).statusCode()).as(page).isEqualTo(200);
        }
        StringBuilder lues = new StringBuilder();
        for (int page = 1; page <= 6; page++) {
            lues.append(corps(chef.lire("/etablissement/journal?page=" + page)));
            lues.append(corps(assistance.lire("/assistance/journal?page=" + page)));
        }
        assertThat(lues.toString().replaceAll("</?span[^>]*>", ""))
                .contains("Habilitation donnée", "Recherche", "chef d’établissement", "premier courrier")
                .contains("« Zoe », comptes dans l’état « Jamais activé », adresse mail connue")
                .doesNotContain("{", "&quot;", "que l’export donne")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                .doesNotContainPattern("\\b[A-Z]{3,}_[A-Z_]+\\b");
        assertThat(assistance.lire("/assistance/journal/export/journal.jsonl").body())
                .contains("\"jeton\":", "\"details\":{\"texte\":\"Zoe\"");
    }

    private static String corps(HttpResponse<String> page) {
        String html = page.body();
        int debut = html.indexOf("<tbody>");
        return debut < 0 ? "" : html.substring(debut, html.indexOf("</tbody>"));
    }

    private String tableau(String adresse) {
        return tableau(adresse, chef);
    }

    /** Le tableau sans sa marque, après avoir vérifié qu'elle y est et comment il est annoncé. */
    private static String tableau(String adresse, ClientHttp qui) {
        HttpResponse<String> reponse = qui.lire(adresse);
        assertThat(reponse.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                .as(adresse)
                .isEqualTo("text/csv;charset=utf-8");
        assertThat(reponse.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"[\\w.-]+\\.csv\"");
        assertThat(reponse.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(reponse.body().getBytes(StandardCharsets.UTF_8)).startsWith(0xEF, 0xBB, 0xBF);
        return reponse.body().substring(1);
    }

    private long derniere() {
        return pile.base().compter("SELECT COALESCE(MAX(id), 0) FROM journal_bureau");
    }

    private List<String> lignesDepuis(long avant) {
        return pile.base()
                .lire("SELECT action, acteur, adresse FROM journal_bureau WHERE id > " + avant + " ORDER BY id");
    }

    private static String ligne(String action, String acteur) {
        return action + "|" + acteur + "|127.0.0.1";
    }
}
