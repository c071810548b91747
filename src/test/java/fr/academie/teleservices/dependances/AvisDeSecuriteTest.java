package fr.academie.teleservices.dependances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aucune dépendance résolue n'est d'une version qu'un avis connu touche, sauf celles dont la liste dit pourquoi on les garde. */
class AvisDeSecuriteTest {

    private static final Path LISTE = Path.of("src/test/resources/avis-de-securite.txt");
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    private record Avis(String artefact, String corrigee, String nom, String accepte) {}

    @Test
    void aucuneDependanceResolueNEstTouchee() throws IOException {
        Map<String, String> resolues = resolues();
        assertThat(resolues).containsKeys("org.bouncycastle:bcprov-jdk18on", "org.glassfish:jakarta.faces");
        assertThat(avis().stream()
                        .filter(avis -> touche(resolues, avis))
                        .filter(avis -> avis.accepte().isEmpty()))
                .isEmpty();
    }

    @Test
    void uneExceptionQuiNeSertPlusSeRetire() throws IOException {
        Map<String, String> resolues = resolues();
        assertThat(avis().stream().filter(avis -> !avis.accepte().isEmpty()).filter(avis -> !touche(resolues, avis)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.84,1.85,true", "1.85,1.85,false", "1.100,1.85,false", "4.0.9,4.0.22,true", "10.1.55,10.1.35,false"})
    void lesVersionsSeComparentParNombres(String version, String corrigee, boolean avant) {
        assertThat(precede(version, corrigee)).isEqualTo(avant);
    }

    private static boolean touche(Map<String, String> resolues, Avis avis) {
        String version = resolues.get(avis.artefact());
        return version != null && precede(version, avis.corrigee());
    }

    private static boolean precede(String version, String corrigee) {
        List<Integer> une = nombres(version);
        List<Integer> autre = nombres(corrigee);
        for (int i = 0; i < Math.max(une.size(), autre.size()); i++) {
            int ecart = Integer.compare(i < une.size() ? une.get(i) : 0, i < autre.size() ? autre.get(i) : 0);
            if (ecart != 0) {
                return ecart < 0;
            }
        }
        return false;
    }

    private static List<Integer> nombres(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .results()
                .map(nombre -> Integer.valueOf(nombre.group()))
                .toList();
    }

    private static List<Avis> avis() throws IOException {
        List<Avis> lus = new ArrayList<>();
        for (String ligne : Files.readAllLines(LISTE)) {
            if (!ligne.startsWith("#") && !ligne.isBlank()) {
                String[] colonnes = ligne.split("\t", -1);
                lus.add(new Avis(colonnes[0], colonnes[1], colonnes[2], colonnes.length > 3 ? colonnes[3] : ""));
            }
        }
        assertThat(lus).isNotEmpty();
        return lus;
    }

    /** Groupe:artefact et version de chaque jar du classpath, lus dans son chemin au dépôt local. */
    private static Map<String, String> resolues() {
        String chemins = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Map<String, String> resolues = new TreeMap<>();
        Arrays.stream(chemins.split(Pattern.quote(File.pathSeparator), -1))
                .map(chemin -> JAR.matcher(chemin.replace('\\', '/')))
                .filter(Matcher::matches)
                .forEach(jar -> resolues.put(jar.group(1).replace('/', '.') + ":" + jar.group(2), jar.group(3)));
        return resolues;
    }
}
