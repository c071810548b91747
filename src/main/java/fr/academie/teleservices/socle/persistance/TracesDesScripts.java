package fr.academie.teleservices.socle.persistance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Ce qu'un script laisse dans la base, pour ne pas croire sur parole qu'il y est passé : ses tables et ses colonnes, moins ce qu'un autre
 * a retiré depuis.
 */
final class TracesDesScripts {

    private static final Pattern TABLE = Pattern.compile("(?i)CREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\w+)");
    private static final Pattern RETIREE = Pattern.compile("(?i)DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(\\w+)");
    private static final Pattern ALTER = Pattern.compile("(?i)ALTER\\s+TABLE\\s+(\\w+)");
    private static final Pattern COLONNE = Pattern.compile("(?i)ADD\\s+COLUMN\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\w+)");
    private static final Pattern COLONNE_RETIREE =
            Pattern.compile("(?i)(?:DROP|CHANGE)\\s+COLUMN\\s+(?:IF\\s+EXISTS\\s+)?(\\w+)");

    private final DataSource source;

    TracesDesScripts(DataSource source) {
        this.source = source;
    }

    /** Lève {@link IllegalStateException}, qui nomme ce qui manque et le script qui l'aurait fait. */
    void exiger(List<String> scripts) {
        // Trace (« table » ou « table.colonne ») → script.
        Map<String, String> attendues = new LinkedHashMap<>();
        scripts.forEach(script -> lire(attendues, script));
        try (Connection connexion = source.getConnection()) {
            String manquantes = attendues.entrySet().stream()
                    .filter(trace -> !existe(connexion, trace.getKey()))
                    .map(trace -> trace.getKey() + " (" + trace.getValue() + ")")
                    .collect(Collectors.joining(", "));
            connexion.rollback();
            if (!manquantes.isEmpty()) {
                throw new IllegalStateException("Rien n'est noté : ces scripts ne sont pas tous passés, il manque à la"
                        + " base " + manquantes + ". Passez-les, ou laissez « Commande scripts passer » le faire.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("La base n'a pas pu dire ce qu'elle contient.", e);
        }
    }

    private static void lire(Map<String, String> traces, String script) {
        for (String ordre : texte(script).replaceAll("(?m)--.*$", "").split(";", -1)) {
            chaque(TABLE, ordre, table -> traces.put(table, script));
            chaque(
                    RETIREE,
                    ordre,
                    table -> traces.keySet().removeIf(trace -> trace.equals(table) || trace.startsWith(table + ".")));
            Matcher alter = ALTER.matcher(ordre);
            if (alter.find()) {
                String table = alter.group(1).toLowerCase(Locale.ROOT);
                chaque(COLONNE, ordre, colonne -> traces.put(table + "." + colonne, script));
                chaque(COLONNE_RETIREE, ordre, colonne -> traces.remove(table + "." + colonne));
            }
        }
    }

    private static void chaque(Pattern motif, String ordre, Consumer<String> faire) {
        motif.matcher(ordre)
                .results()
                .forEach(trouve -> faire.accept(trouve.group(1).toLowerCase(Locale.ROOT)));
    }

    private static String texte(String script) {
        try (InputStream flux = TracesDesScripts.class.getClassLoader().getResourceAsStream("sql/" + script)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : sql/" + script + " manque.");
            }
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Le WAR est incomplet : sql/" + script + " est illisible.", e);
        }
    }

    private static boolean existe(Connection connexion, String trace) {
        int point = trace.indexOf('.');
        try (PreparedStatement requete = connexion.prepareStatement(
                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                        + " AND (? = '' OR column_name = ?)")) {
            String colonne = point < 0 ? "" : trace.substring(point + 1);
            requete.setString(1, point < 0 ? trace : trace.substring(0, point));
            requete.setString(2, colonne);
            requete.setString(3, colonne);
            try (ResultSet lu = requete.executeQuery()) {
                lu.next();
                return lu.getInt(1) > 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("La base n'a pas pu dire ce qu'elle contient.", e);
        }
    }
}
