package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que la suite de chaque jour laisse à la longue y a un gardien, et l'intégration mène les deux. */
class EssaisLongsTest {

    private static final Pattern ESSAI = Pattern.compile("\\b[A-Z][A-Za-z]+(?:Test|IT)\\b");

    /** La raison, puis ce que l'annotation marque : une classe entière, ou un essai. */
    private static final Pattern LAISSE = Pattern.compile("@EssaiLong\\(([^)]*)\\)[^{]*?\\b(class|void) ");

    private final List<Laisse> laisses = new ArrayList<>();
    private final Set<String> deChaqueJour = new HashSet<>();

    private record Laisse(String fichier, String raison, boolean classe) {}

    @BeforeEach
    void lireLesEssais() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            sources.filter(source -> ESSAI.matcher(nom(source)).matches()).forEach(this::lire);
        }
    }

    private void lire(Path source) {
        List<Laisse> siens = LAISSE.matcher(texte(source))
                .results()
                .map(trouve -> laisse(source, trouve))
                .toList();
        laisses.addAll(siens);
        if (siens.stream().noneMatch(Laisse::classe)) {
            deChaqueJour.add(nom(source));
        }
    }

    private static Laisse laisse(Path source, MatchResult trouve) {
        return new Laisse(nom(source), trouve.group(1), "class".equals(trouve.group(2)));
    }

    @Test
    void chacunDitQuelEssaiDeChaqueJourEnGardeLEssentiel() {
        assertThat(laisses).hasSizeGreaterThan(30);
        assertThat(laisses)
                .allSatisfy(laisse -> assertThat(ESSAI.matcher(laisse.raison())
                                .results()
                                .map(MatchResult::group)
                                .toList())
                        .as(laisse.fichier())
                        .isNotEmpty()
                        .isSubsetOf(deChaqueJour));
    }

    @Test
    void lIntegrationMeneLesDeuxSuites() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains("mvn -B -ntp verify", "mvn -B -ntp verify -Plongs");
    }

    private static String nom(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static String texte(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
