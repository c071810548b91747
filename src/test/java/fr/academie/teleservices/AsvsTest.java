package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** La table de l'ASVS ne dit rien tenu sans nommer ce qui le prouve, et ce qu'elle nomme existe. */
class AsvsTest {

    private static final Pattern CLASSE = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern EXIGENCE = Pattern.compile("V\\d+\\.\\d+\\.\\d+");

    private record Ligne(String exigence, String etat, String preuve) {}

    @Test
    void chaqueLigneTenueNommeUneClasseQuiExiste() throws IOException {
        Set<String> classes = classes();
        assertThat(lignes()).hasSizeGreaterThan(60).allSatisfy(ligne -> {
            assertThat(ligne.etat()).isIn("tenu", "court", "sans objet");
            List<String> nommees = CLASSE.matcher(ligne.preuve())
                    .results()
                    .map(nom -> nom.group(1))
                    .toList();
            assertThat(classes).as(ligne.exigence()).containsAll(nommees);
            if ("tenu".equals(ligne.etat())) {
                assertThat(nommees).as(ligne.exigence()).isNotEmpty();
            }
            assertThat(ligne.preuve()).as(ligne.exigence()).isNotBlank();
        });
    }

    @Test
    void chaqueExigenceEstDiteUneFois() throws IOException {
        assertThat(lignes()).extracting(Ligne::exigence).doesNotHaveDuplicates();
    }

    private static List<Ligne> lignes() throws IOException {
        return Files.readAllLines(Path.of("src/site/asvs.md")).stream()
                .map(ligne -> ligne.split("\\s*\\|\\s*", -1))
                .filter(cases -> cases.length == 6 && EXIGENCE.matcher(cases[1]).matches())
                .map(cases -> new Ligne(cases[1], cases[3], cases[4]))
                .toList();
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(nom -> nom.endsWith(".java"))
                    .map(nom -> nom.substring(0, nom.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
