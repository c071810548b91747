package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.MapperLu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Les droits donnés au compte de l'application sont ceux que ses requêtes demandent, ni plus ni moins : une table neuve ne s'oublie pas. */
class DroitsTest {

    private static final Pattern ORDRE = Pattern.compile(
            "(INSERT\\s+(?:IGNORE\\s+)?INTO|REPLACE\\s+INTO|DELETE\\s+(?:[a-z]+\\s+)?FROM|ON DUPLICATE KEY UPDATE|(?<!KEY )(?<!FOR )UPDATE)\\s+([a-z_]+)\\b");
    private static final Pattern DONNE =
            Pattern.compile("GRANT (UPDATE|DELETE|UPDATE, DELETE) ON ([a-z_]+) TO @application");

    /** Écrite par la bibliothèque db-scheduler, dont les requêtes ne sont pas dans un mapper. */
    private static final Map<String, Set<String>> PAR_BIBLIOTHEQUE = Map.of("tache", Set.of("UPDATE", "DELETE"));
    /** Seul le compte des purges en efface. */
    private static final Set<String> JOURNAUX = Set.of("journal", "journal_bureau");

    @Test
    void lesDroitsDonnesSontCeuxQueLesRequetesDemandent() throws IOException {
        Map<String, Set<String>> demandes = demandes();
        JOURNAUX.forEach(demandes::remove);

        assertThat(donnes())
                .as("droits.sql, contre ce que demandent les *Mapper.xml")
                .isEqualTo(demandes);
    }

    @Test
    void aucuneRequeteNeChangeUneLigneDeJournal() throws IOException {
        Map<String, Set<String>> demandes = demandes();
        assertThat(JOURNAUX)
                .allSatisfy(journal -> assertThat(demandes.get(journal)).containsExactly("DELETE"));
        assertThat(donnes()).doesNotContainKeys(JOURNAUX.toArray(String[]::new));
        assertThat(Droits.ordres())
                .contains(
                        "GRANT SELECT, DELETE ON journal TO @purge",
                        "GRANT SELECT, DELETE ON journal_bureau TO @purge");
    }

    private static Map<String, Set<String>> demandes() throws IOException {
        Map<String, Set<String>> demandes = new TreeMap<>();
        PAR_BIBLIOTHEQUE.forEach((table, droits) -> demandes.put(table, new TreeSet<>(droits)));
        for (MapperLu mapper : MapperLu.tous(Path.of("src/main/java"))) {
            String derniere = "";
            Matcher ordre = ORDRE.matcher(mapper.texteDeplie().replaceAll("\\s+", " "));
            while (ordre.find()) {
                String verbe = ordre.group(1);
                if (verbe.startsWith("INSERT")) {
                    derniere = ordre.group(2);
                } else {
                    boolean doublon = verbe.startsWith("ON DUPLICATE");
                    demandes.computeIfAbsent(doublon ? derniere : ordre.group(2), t -> new TreeSet<>())
                            .add(verbe.startsWith("DELETE") || verbe.startsWith("REPLACE") ? "DELETE" : "UPDATE");
                }
            }
        }
        demandes.keySet().retainAll(tables());
        return demandes;
    }

    private static Map<String, Set<String>> donnes() {
        Map<String, Set<String>> donnes = new TreeMap<>();
        for (String ordre : Droits.ordres()) {
            Matcher donne = DONNE.matcher(ordre);
            if (donne.matches() && !JOURNAUX.contains(donne.group(2))) {
                donnes.computeIfAbsent(donne.group(2), t -> new TreeSet<>())
                        .addAll(List.of(donne.group(1).split(", ", -1)));
            }
        }
        return donnes;
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(Path.of("sql"))) {
            scripts.forEach(
                    script -> Pattern.compile("(?:CREATE TABLE (?:IF NOT EXISTS )?|RENAME TABLE [a-z_]+ TO )([a-z_]+)")
                            .matcher(lire(script))
                            .results()
                            .forEach(creee -> tables.add(creee.group(1))));
        }
        return tables;
    }

    private static String lire(Path chemin) {
        try {
            return Files.readString(chemin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
