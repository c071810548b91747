package fr.academie.teleservices.banc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Le plancher d'un import : les lignes qu'il a laissées, relues, puis versées par {@code LOAD DATA LOCAL} dans les mêmes tables, vidées, avec
 * tous leurs index, leurs clés et leurs déclencheurs.
 */
final class PlancherDImport {

    /** Dans l'ordre où leurs clés les appellent. Les inscriptions naissent de leur élève, par un déclencheur. */
    private static final List<String> TABLES = List.of(
            "eleve",
            "responsable",
            "radical_identifiant",
            "adresse_postale",
            "identite_eleve",
            "identite_responsable",
            "rattachement",
            "constat",
            "journal",
            "evenement");

    private static final List<String> ECARTS =
            List.of("livraison_eleve", "livraison_personne", "livraison_lien", "livraison_compte");

    private final String url;
    private final Path dossier;
    private final Map<String, String> colonnes = new LinkedHashMap<>();
    private long lignes;

    /** @param url celle de la base, avec les droits d'y tout faire */
    PlancherDImport(String url, Path dossier) {
        this.url = url + (url.contains("?") ? "&" : "?") + "allowLocalInfile=true";
        this.dossier = dossier;
    }

    /** Relit tout ce que l'import a laissé ; rend combien de lignes. */
    long relever() throws SQLException, IOException {
        lignes = 0;
        colonnes.clear();
        try (Connection connexion = DriverManager.getConnection(url);
                Statement ordre = connexion.createStatement()) {
            for (String table : toutes()) {
                try (ResultSet lues = ordre.executeQuery(
                        "SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name = '" + table
                                + "' AND generation_expression IS NULL")) {
                    lues.next();
                    colonnes.put(table, lues.getString(1));
                }
            }
            ordre.setFetchSize(5000);
            for (Map.Entry<String, String> table : colonnes.entrySet()) {
                relever(ordre, table.getKey(), table.getValue());
            }
        }
        return lignes;
    }

    private void relever(Statement ordre, String table, String colonnesDites) throws SQLException, IOException {
        try (ResultSet lues = ordre.executeQuery("SELECT " + colonnesDites + " FROM " + table);
                Writer sortie = new BufferedWriter(
                        Files.newBufferedWriter(dossier.resolve(table), StandardCharsets.UTF_8), 1 << 16)) {
            int combien = lues.getMetaData().getColumnCount();
            while (lues.next()) {
                for (int i = 1; i <= combien; i++) {
                    String valeur = lues.getString(i);
                    sortie.write(i == 1 ? "" : "\t");
                    sortie.write(
                            valeur == null
                                    ? "\\N"
                                    : valeur.replace("\\", "\\\\")
                                            .replace("\t", "\\t")
                                            .replace("\n", "\\n"));
                }
                sortie.write('\n');
                lignes++;
            }
        }
    }

    /** Vide ces tables et y reverse tout, une table après l'autre ; rend les secondes de chacune, sans le vidage. */
    Map<String, Double> verser() throws SQLException {
        Map<String, Double> secondes = new LinkedHashMap<>();
        try (Connection connexion = DriverManager.getConnection(url);
                Statement ordre = connexion.createStatement()) {
            ordre.execute("SET SESSION foreign_key_checks = 0");
            for (String table : toutes()) {
                ordre.execute("TRUNCATE TABLE " + table);
            }
            ordre.execute("TRUNCATE TABLE inscription");
            ordre.execute("TRUNCATE TABLE remise");
            ordre.execute("SET SESSION foreign_key_checks = 1");
            for (Map.Entry<String, String> table : colonnes.entrySet()) {
                long debut = System.nanoTime();
                ordre.execute("LOAD DATA LOCAL INFILE '" + dossier.resolve(table.getKey()) + "' INTO TABLE "
                        + table.getKey() + " CHARACTER SET utf8mb4 (" + table.getValue() + ")");
                secondes.put(table.getKey(), (System.nanoTime() - debut) / 1e9);
            }
        }
        return secondes;
    }

    /** La part de ces secondes qui va aux tables que l'import laisse remplies, ses écarts non compris. */
    static double sansLesEcarts(Map<String, Double> secondes) {
        return secondes.entrySet().stream()
                .filter(table -> !ECARTS.contains(table.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    static double avecLesEcarts(Map<String, Double> secondes) {
        return secondes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<String> toutes() {
        List<String> toutes = new ArrayList<>(TABLES);
        toutes.addAll(ECARTS);
        return toutes;
    }
}
