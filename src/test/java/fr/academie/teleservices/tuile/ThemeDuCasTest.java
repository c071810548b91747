package fr.academie.teleservices.tuile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Les mots de la page de connexion livrée aux académies : ceux de l'application, dans chacune de ses langues. */
class ThemeDuCasTest {

    private static final Path THEME = Path.of("conf/cas/theme");
    private static final Pattern MOT = Pattern.compile("#\\{([\\w.]+)}|msg\\('([\\w.]+)'\\)");

    private final Langues langues = new Langues(ProfilAcademie.lire(
            Proprietes.duFichier(Path.of("conf/academies/montpellier.properties"), variable -> null)));
    private final Map<String, String> fichiers = ThemeDuCas.fichiers(langues, new Textes(langues));

    @Test
    void leThemeLivreEstCeluiQuiEstGenere() throws IOException {
        fichiers.forEach((nom, contenu) -> assertThat(THEME.resolve(nom))
                .as("mvn -Pdescripteurs -Dacademie=montpellier -Dadresse=https://teleservices.ac-exemple.fr le récrit")
                .hasContent(contenu));
        try (Stream<Path> livres = Files.list(THEME)) {
            assertThat(livres.map(livre -> livre.getFileName().toString())
                            .filter(nom -> nom.startsWith("custom_messages")))
                    .containsExactlyInAnyOrderElementsOf(fichiers.keySet());
        }
    }

    /** Les noms que Spring cherche pour la langue qu'il lit dans {@code locale=fr-FACILE}. */
    @Test
    void chaqueFichierPorteLeNomQueLeCasCherche() {
        assertThat(fichiers.keySet())
                .contains(
                        "custom_messages.properties",
                        "custom_messages_ar.properties",
                        "custom_messages_" + Locale.forLanguageTag("fr-FACILE") + ".properties");
    }

    @Test
    void chaqueMotDUnModeleEstDansChaqueLangue() throws IOException {
        Set<String> demandes = new TreeSet<>();
        try (Stream<Path> modeles = Files.walk(THEME.resolve("templates"))) {
            modeles.filter(Files::isRegularFile)
                    .flatMap(modele -> MOT.matcher(lire(modele)).results())
                    .map(ThemeDuCasTest::cle)
                    .forEach(demandes::add);
        }
        demandes.remove("langues");
        assertThat(demandes).hasSizeGreaterThan(25);
        fichiers.forEach((nom, contenu) -> {
            Set<String> siens = cles(contenu);
            assertThat(siens).as(nom).containsAll(demandes).contains("username.required");
            assertThat(siens.stream()
                            .filter(cle -> cle.startsWith("cas.") && !demandes.contains(cle))
                            .collect(Collectors.toSet()))
                    .as("mots de %s que nul modèle ne montre", nom)
                    .isEmpty();
        });
    }

    private static String cle(MatchResult trouve) {
        return trouve.group(1) == null ? trouve.group(2) : trouve.group(1);
    }

    private static Set<String> cles(String contenu) {
        Properties lues = new Properties();
        try {
            lues.load(new StringReader(contenu));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lues.stringPropertyNames();
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
