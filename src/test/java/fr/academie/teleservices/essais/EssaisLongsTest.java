package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ce que la suite de chaque jour laisse à la longue y a un gardien, et l'intégration mène les deux. */
class EssaisLongsTest {

    private static final Pattern ESSAI = Pattern.compile("\\b[A-Z][A-Za-z]+(?:Test|IT)\\b");

    private final JavaClasses essais = new ClassFileImporter().importPath(Path.of("target/test-classes"));

    private record Laisse(String nom, String raison) {}

    @Test
    void chacunDitQuelEssaiDeChaqueJourEnGardeLEssentiel() {
        Set<String> longs = essais.stream()
                .filter(classe -> classe.isAnnotatedWith(EssaiLong.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        Set<String> deChaqueJour =
                essais.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(HashSet::new));
        deChaqueJour.removeAll(longs);
        List<Laisse> laisses = laisses();
        assertThat(laisses).hasSizeGreaterThan(30);
        assertThat(laisses)
                .allSatisfy(laisse -> assertThat(ESSAI.matcher(laisse.raison())
                                .results()
                                .map(trouve -> trouve.group())
                                .toList())
                        .as(laisse.nom())
                        .isNotEmpty()
                        .isSubsetOf(deChaqueJour));
    }

    @Test
    void lIntegrationMeneLesDeuxSuites() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains("mvn -B -ntp verify", "mvn -B -ntp verify -Plongs");
    }

    private List<Laisse> laisses() {
        return essais.stream()
                .flatMap(classe -> Stream.concat(Stream.of(classe), classe.getMethods().stream()))
                .filter(annote -> annote.isAnnotatedWith(EssaiLong.class))
                .map(annote -> new Laisse(
                        ((HasDescription) annote).getDescription(),
                        annote.getAnnotationOfType(EssaiLong.class).value()))
                .toList();
    }
}
