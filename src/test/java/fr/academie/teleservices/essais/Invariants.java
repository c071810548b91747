package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ce que la base doit tenir après n'importe quelle suite d'opérations, réussies, refusées ou interrompues.
 *
 * <p>Une photographie est prise au début ; le journal, rejoué sur elle, doit redonner l'état présent.
 */
public final class Invariants {

    private final Requetes base;
    private final Map<String, String> liensAuDebut;
    private final Map<String, String> comptesAuDebut;
    private final List<String> elevesSuivisAuDebut;
    private final long journalAuDebut;
    private final long evenementsAuDebut;

    private Invariants(Requetes base) {
        this.base = base;
        liensAuDebut = liens();
        comptesAuDebut = comptes();
        elevesSuivisAuDebut = elevesSuivis();
        journalAuDebut = base.compter("SELECT COALESCE(MAX(id), 0) FROM journal");
        evenementsAuDebut = base.compter("SELECT COALESCE(MAX(id), 0) FROM evenement");
    }

    /** Photographie l'état présent. */
    public static Invariants depuis(BaseDEssai base) {
        return depuis(base.requetes());
    }

    /** Comme {@link #depuis(BaseDEssai)}, pour une base que des serveurs emploient. */
    public static Invariants depuis(Requetes base) {
        return new Invariants(base);
    }

    /** Vérifie tout ; échoue avec ce qui manque. */
    public void verifier() {
        assertThat(base.lire("SELECT l.id FROM rattachement AS l JOIN responsable AS r ON r.id = l.responsable_id"
                        + " WHERE r.etat = 'FERME'"))
                .as("un compte fermé n'a aucun lien")
                .isEmpty();
        assertThat(base.lire("SELECT a.id FROM responsable_attendu AS a JOIN regroupement AS g ON g.secondaire_id ="
                        + " a.responsable_id"))
                .as("une personne attendue ne l'est plus sur un compte absorbé")
                .isEmpty();
        verifierLesEleves();
        assertThat(base.lire("SELECT id FROM responsable WHERE etat = 'FERME' AND mot_de_passe IS NOT NULL"))
                .as("un compte fermé n'a plus de mot de passe")
                .isEmpty();
        verifierLesTraces();
        RegroupementsEntiers.exiger(base);
        verifierLAbsenceDeCycle();
        verifierLesEvenements();
        Map<String, String> liens = new TreeMap<>(liensAuDebut);
        Map<String, String> comptes = new TreeMap<>(comptesAuDebut);
        rejouer(liens, comptes);
        assertThat(liens()).as("le journal rejoué redonne les liens").isEqualTo(liens);
        assertThat(comptes()).as("le journal rejoué redonne les états").isEqualTo(comptes);
    }

    /** L'état entier des tables du domaine, pour prouver que rien n'a bougé. */
    public static Map<String, List<String>> photographie(BaseDEssai base) {
        Map<String, List<String>> etat = new HashMap<>();
        for (String table : List.of(
                "responsable",
                "rattachement",
                "regroupement",
                "regroupement_rattachement",
                "journal",
                "evenement",
                "courriel",
                "demande_regroupement",
                "rupture",
                "rupture_rattachement",
                "rupture_regroupement",
                "responsable_attendu",
                "identite_responsable",
                "constat",
                "reponse_signalement",
                "journal_bureau",
                "mail_en_attente",
                "opposition",
                "opposition_lien",
                "regroupement_annule",
                "rupture_annulee",
                "rupture_annulee_rattachement",
                "activation_en_cours")) {
            etat.put(table, base.lire("SELECT * FROM " + table + " ORDER BY 1, 2"));
        }
        return etat;
    }

    private void verifierLesTraces() {
        long annules = base.compter("SELECT COUNT(*) FROM regroupement_annule");
        long regroupements = base.compter("SELECT COUNT(*) FROM regroupement") + annules;
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'REGROUPEMENT_ANNULE'"))
                .isEqualTo(2 * annules);
        assertThat(base.compter("SELECT COUNT(*) FROM evenement WHERE type = 'COMPTE_ROUVERT'"))
                .isEqualTo(annules);
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'REGROUPEMENT'"))
                .isEqualTo(regroupements);
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'FERMETURE'"))
                .isEqualTo(regroupements);
        long rompusAnnules = base.compter("SELECT COUNT(*) FROM rupture_annulee");
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'RUPTURE_ANNULEE'"))
                .isEqualTo(2 * rompusAnnules);
        assertThat(base.compter("SELECT COUNT(*) FROM evenement WHERE type = 'COMPTE_FERME'"))
                .isEqualTo(regroupements + rompusAnnules);
        assertThat(base.compter("SELECT COUNT(*) FROM evenement WHERE type = 'RATTACHEMENTS_MODIFIES'"))
                .isEqualTo(annules
                        + rompusAnnules
                        + base.compter("SELECT COALESCE(SUM(IF(action = 'RUPTURE', 2, 1)), 0) FROM journal WHERE action"
                                + " IN ('REGROUPEMENT', 'RUPTURE', 'CONTESTATION', 'CONTESTATION_CONFIRMEE',"
                                + " 'CONTESTATION_REJETEE', 'REPRESENTANT_NOMME', 'RATTACHEMENTS_IMPORTES')"));
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'RUPTURE'"))
                .isEqualTo(base.compter("SELECT COUNT(*) FROM rupture") + rompusAnnules);
        assertThat(base.lire("SELECT r.nouveau_id FROM rupture AS r WHERE"
                        + " (SELECT COUNT(*) FROM journal AS j WHERE j.responsable_id = r.nouveau_id AND j.action ="
                        + " 'CREATION') <> 1 OR (SELECT COUNT(*) FROM evenement AS v WHERE v.responsable_id ="
                        + " r.nouveau_id AND v.type = 'COMPTE_CREE') <> 1"))
                .as("un compte nouveau est annoncé une fois")
                .isEmpty();
        assertThat(base.lire("SELECT g.id FROM regroupement AS g WHERE (g.etat = 'ROMPU') <>"
                        + " EXISTS (SELECT 1 FROM rupture_regroupement AS u WHERE u.regroupement_id = g.id)"))
                .as("un regroupement est rompu quand un élève l'a quitté")
                .isEmpty();
        assertThat(base.lire("SELECT g.id FROM regroupement AS g JOIN responsable AS r ON r.id = g.secondaire_id"
                        + " WHERE r.etat <> 'FERME'"))
                .isEmpty();
        assertThat(base.lire("SELECT r.id FROM responsable AS r LEFT JOIN regroupement AS g ON g.secondaire_id = r.id"
                        + " WHERE r.motif_fermeture = 'REGROUPEMENT' AND g.id IS NULL"))
                .isEmpty();
    }

    /** Un abonné qui n'a gardé que le dernier événement d'un compte en connaît tous les liens. */
    private void verifierLesEvenements() {
        Map<String, String> annonces = new TreeMap<>();
        base.lire("SELECT responsable_id, charge FROM evenement WHERE id > " + evenementsAuDebut + " ORDER BY id")
                .forEach(ligne -> {
                    String[] colonnes = ligne.split(Pattern.quote("|"), 2);
                    annonces.put(colonnes[0], annonces(colonnes[1]));
                });
        Map<String, String> reels =
                paires("SELECT r.id, COALESCE(GROUP_CONCAT(CONCAT(COALESCE(e.identifiant, '-'), '/',"
                        + " e.uai, '/', l.niveau, '/', l.lien, '/', l.etat) SEPARATOR ' '), '') FROM responsable AS r"
                        + " LEFT JOIN rattachement AS l ON l.responsable_id = r.id LEFT JOIN eleve AS e ON e.id = l.eleve_id"
                        + " GROUP BY r.id");
        reels.keySet().retainAll(annonces.keySet());
        assertThat(annonces)
                .as("le dernier événement de chaque compte dit ses liens")
                .isEqualTo(ordonnes(reels));
    }

    private static String annonces(String charge) {
        return Json.createReader(new StringReader(charge)).readObject().getJsonArray("rattachements").stream()
                .map(JsonValue::asJsonObject)
                .map(lien -> lien.getJsonObject("eleve").getString("identifiant", "-") + "/"
                        + lien.getJsonObject("eleve").getString("uai") + "/" + qualite(lien))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> ordonnes(Map<String, String> liens) {
        liens.replaceAll(
                (compte, siens) -> Stream.of(siens.split(" ", -1)).sorted().collect(Collectors.joining(" ")));
        return liens;
    }

    /**
     * Seule une déclaration du responsable, ou un import, peut laisser un élève sans lien ACTIF ; la ligne, elle, ne s'efface jamais.
     */
    private void verifierLesEleves() {
        List<String> declares = base.lire("SELECT DISTINCT JSON_VALUE(details, '$.eleve') FROM journal WHERE action ="
                + " 'CONTESTATION' AND id > " + journalAuDebut + " UNION SELECT t.eleve FROM journal AS j,"
                + " JSON_TABLE(j.details, '$.rattachements[*]' COLUMNS (eleve BIGINT PATH '$.eleve', etat VARCHAR(8)"
                + " PATH '$.apres.etat')) AS t WHERE j.action = 'RATTACHEMENTS_IMPORTES' AND t.etat = 'RETIRE' AND j.id > "
                + journalAuDebut);
        Set<String> attendus = new HashSet<>(elevesSuivisAuDebut);
        assertThat(manquants(attendus, base.lire("SELECT DISTINCT eleve_id FROM rattachement")))
                .as("aucun élève oublié")
                .isEmpty();
        attendus.removeAll(new HashSet<>(declares));
        assertThat(manquants(attendus, elevesSuivis())).as("aucun élève perdu").isEmpty();
    }

    /** Ceux qu'on attendait et qui n'y sont pas ; par des ensembles, car une académie a un demi-million d'élèves. */
    private static Set<String> manquants(Set<String> attendus, List<String> presents) {
        Set<String> manquants = new HashSet<>(attendus);
        manquants.removeAll(new HashSet<>(presents));
        return manquants;
    }

    private void verifierLAbsenceDeCycle() {
        Map<String, String> absorbePar = new HashMap<>();
        base.lire("SELECT secondaire_id, principal_id FROM regroupement").forEach(ligne -> {
            List<String> ids = colonnes(ligne);
            absorbePar.put(ids.get(0), ids.get(1));
        });
        absorbePar.keySet().forEach(depart -> {
            String compte = depart;
            for (int pas = 0; absorbePar.containsKey(compte); pas++) {
                assertThat(pas).as("cycle de comptes absorbés depuis " + depart).isLessThan(absorbePar.size() + 1);
                compte = absorbePar.get(compte);
            }
        });
    }

    /** Dans l'ordre où le journal a été écrit : les verrous le rendent le même pour tous les comptes touchés. */
    private void rejouer(Map<String, String> liens, Map<String, String> comptes) {
        for (String ligne : base.lire(
                "SELECT action, responsable_id, details FROM journal WHERE id > " + journalAuDebut + " ORDER BY id")) {
            String[] colonnes = ligne.split(Pattern.quote("|"), 3);
            JsonObject operation =
                    Json.createReader(new StringReader(colonnes[2])).readObject();
            switch (colonnes[0]) {
                case "REGROUPEMENT" -> rejouerUnRegroupement(operation, liens, comptes);
                case "REGROUPEMENT_ANNULE" -> rejouerUneOpposition(operation, liens, comptes);
                case "RUPTURE_ANNULEE" -> {
                    comptes.put(String.valueOf(operation.getInt("nouveau")), "FERME");
                    reposer(operation, operation.getInt("source"), operation.getInt("nouveau"), liens);
                }
                case "RUPTURE" -> rejouerUneRupture(operation, liens, comptes);
                case "CONTESTATION", "CONTESTATION_CONFIRMEE", "CONTESTATION_REJETEE", "REPRESENTANT_NOMME" ->
                    changer(
                            liens,
                            colonnes[1] + "/" + operation.getInt("eleve"),
                            operation.get("avant"),
                            operation.get("apres"));
                case "RATTACHEMENTS_IMPORTES" ->
                    operation.getJsonArray("rattachements").stream()
                            .map(JsonValue::asJsonObject)
                            .forEach(lien -> changer(
                                    liens,
                                    colonnes[1] + "/" + lien.getInt("eleve"),
                                    lien.get("avant"),
                                    lien.get("apres")));
                case "ACTIVATION" -> comptes.put(colonnes[1], "ACTIF");
                default -> {
                    // Cette ligne ne change ni un lien ni un état.
                }
            }
        }
    }

    private static void rejouerUnRegroupement(
            JsonObject operation, Map<String, String> liens, Map<String, String> comptes) {
        String principal = String.valueOf(operation.getInt("principal"));
        String secondaire = String.valueOf(operation.getInt("secondaire"));
        comptes.put(secondaire, "FERME");
        for (JsonValue valeur : operation.getJsonArray("rattachements")) {
            JsonObject lien = valeur.asJsonObject();
            String eleve = "/" + lien.getInt("eleve");
            assertThat(liens.get(secondaire + eleve)).isEqualTo(qualite(lien.get("secondaire")));
            liens.remove(secondaire + eleve);
            changer(liens, principal + eleve, lien.get("principal"), lien.get("apres"));
        }
    }

    /** Chaque compte a désormais ces liens, et eux seuls. */
    private static void rejouerUneOpposition(
            JsonObject operation, Map<String, String> liens, Map<String, String> comptes) {
        String secondaire = String.valueOf(operation.getInt("secondaire"));
        comptes.put(secondaire, operation.getString("etat"));
        reposer(operation, operation.getInt("principal"), operation.getInt("secondaire"), liens);
    }

    private static void reposer(JsonObject operation, int un, int autre, Map<String, String> liens) {
        liens.keySet().removeIf(l -> l.startsWith(un + "/") || l.startsWith(autre + "/"));
        operation.getJsonArray("rattachements").forEach(valeur -> {
            JsonObject lien = valeur.asJsonObject();
            liens.put(lien.getInt("compte") + "/" + lien.getInt("eleve"), String.valueOf(qualite(lien.get("apres"))));
        });
    }

    private static void rejouerUneRupture(
            JsonObject operation, Map<String, String> liens, Map<String, String> comptes) {
        String nouveau = String.valueOf(operation.getInt("nouveau"));
        assertThat(comptes).as("un compte nouveau ne l'est qu'une fois").doesNotContainKey(nouveau);
        comptes.put(nouveau, "CREE");
        for (JsonValue valeur : operation.getJsonArray("rattachements")) {
            JsonObject lien = valeur.asJsonObject();
            String eleve = "/" + lien.getInt("eleve");
            changer(liens, operation.getInt("source") + eleve, lien.get("avant"), lien.get("source"));
            changer(liens, nouveau + eleve, null, lien.get("nouveau"));
        }
    }

    private static void changer(
            Map<String, String> liens,
            String lien,
            @org.jspecify.annotations.Nullable JsonValue avant,
            @org.jspecify.annotations.Nullable JsonValue apres) {
        assertThat(liens.get(lien)).as("le lien " + lien + " avant").isEqualTo(qualite(avant));
        liens.put(lien, String.valueOf(qualite(apres)));
    }

    private static @org.jspecify.annotations.Nullable String qualite(
            @org.jspecify.annotations.Nullable JsonValue valeur) {
        if (valeur == null || valeur == JsonValue.NULL) {
            return null;
        }
        JsonObject qualite = valeur.asJsonObject();
        return qualite.getInt("niveau") + "/" + qualite.getInt("lien") + "/" + qualite.getString("etat");
    }

    private Map<String, String> liens() {
        return paires(
                "SELECT CONCAT(responsable_id, '/', eleve_id), CONCAT(niveau, '/', lien, '/', etat) FROM rattachement");
    }

    private Map<String, String> comptes() {
        return paires("SELECT id, etat FROM responsable");
    }

    private List<String> elevesSuivis() {
        return base.lire("SELECT DISTINCT eleve_id FROM rattachement WHERE etat = 'ACTIF'");
    }

    private Map<String, String> paires(String requete) {
        Map<String, String> paires = new TreeMap<>();
        base.lire(requete)
                .forEach(ligne ->
                        paires.put(colonnes(ligne).get(0), colonnes(ligne).get(1)));
        return paires;
    }

    private static List<String> colonnes(String ligne) {
        return List.of(ligne.split(Pattern.quote("|"), -1));
    }
}
