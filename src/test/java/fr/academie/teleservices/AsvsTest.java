package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** La table de l'ASVS ne dit rien tenu sans nommer ce qui le prouve, et ce qu'elle nomme existe. */
class AsvsTest {

    private static final Pattern CLASSE = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern EXIGENCE = Pattern.compile("V\\d+\\.\\d+\\.\\d+");

    /** Les exigences des niveaux 1 et 2 par chapitre, V1 à V17. Source : ASVS 5.0.0, fichier CSV de l'OWASP. */
    private static final List<Integer> PAR_CHAPITRE =
            List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

    private static final Pattern ANNONCE = Pattern.compile("(\\d+) tenues, (\\d+) courtes, (\\d+) sans objet");

    private record Ligne(String exigence, String etat, String preuve) {}

    @Test
    void chaqueLigneTenueNommeUneClasseQuiExiste() throws IOException {
        Set<String> classes = classes();
        assertThat(lignes()).hasSize(253).allSatisfy(ligne -> {
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

    @Test
    void chaqueChapitreAToutesSesExigencesDansLOrdre() throws IOException {
        List<Integer> nombres = IntStream.rangeClosed(1, PAR_CHAPITRE.size())
                .map(chapitre -> (int) exigences().stream()
                        .filter(numeros -> numeros.get(0) == chapitre)
                        .count())
                .boxed()
                .toList();
        assertThat(nombres).isEqualTo(PAR_CHAPITRE);
        assertThat(exigences())
                .isSortedAccordingTo(Comparator.comparing((List<Integer> n) -> n.get(0))
                        .thenComparing(n -> n.get(1))
                        .thenComparing(n -> n.get(2)));
    }

    @Test
    void leCompteAnnonceEstCeluiDeLaTable() throws IOException {
        Matcher annonce = ANNONCE.matcher(Files.readString(Path.of("src/site/asvs.md")));
        assertThat(annonce.find()).isTrue();
        Map<String, Long> comptes =
                lignes().stream().collect(Collectors.groupingBy(Ligne::etat, Collectors.counting()));
        assertThat(comptes)
                .isEqualTo(Map.of(
                        "tenu", Long.valueOf(annonce.group(1)),
                        "court", Long.valueOf(annonce.group(2)),
                        "sans objet", Long.valueOf(annonce.group(3))));
    }

    private static List<List<Integer>> exigences() {
        try {
            return lignes().stream()
                    .map(ligne -> Stream.of(ligne.exigence().substring(1).split("\\.", -1))
                            .map(Integer::valueOf)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
