package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Le fichier des mots et ceux qui les demandent : rien n'y manque, rien n'y traîne. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties");

    /** Un texte entre guillemets droits, simples ou doubles. */
    private static final Pattern LITTERAL = Pattern.compile("\"([A-Za-z0-9_.]+)\"|'([A-Za-z0-9_.]+)'");

    private static final Pattern MOT = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern DEMANDE =
            Pattern.compile("[tT]extes\\s*\\.(?:de|avec|contient)\\(\\s*\"([A-Za-z0-9_.]+)\"\\s*[,)]");
    private static final Pattern SUFFIXE_D_HABILLAGE = Pattern.compile("\\.(mon_compte|dit_regroupement)$");

    private static final Pattern FAUTE_DE_TYPOGRAPHIE =
            Pattern.compile("'|(?<!\u00A0)([;!?»]|:(?![\\p{L}\\p{N}/]))|«(?!\u00A0)|[ \u202F]:");

    private final Properties mots = lireLesMots();
    private final List<String> sources = sources();

    @Test
    void touteCleDemandeeParLeCodeExiste() {
        Set<String> demandees = trouver(DEMANDE);
        assertThat(demandees).hasSizeGreaterThan(50);
        assertThat(demandees.stream().filter(cle -> !mots.containsKey(cle))).isEmpty();
    }

    /** Une clé composée ({@code "bureau.etat." + etat}) sert si son début est écrit quelque part, et chaque mot de sa fin aussi. */
    @Test
    void touteCleSert() {
        Set<String> ecrits = trouver(LITTERAL);
        Set<String> motsDesSources =
                trouver(MOT).stream().map(MessagesTest::minuscules).collect(Collectors.toSet());
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> !cle.startsWith("jakarta.faces."))
                        .map(cle -> SUFFIXE_D_HABILLAGE.matcher(cle).replaceFirst(""))
                        .filter(cle -> !ecrits.contains(cle) && !composee(cle, ecrits, motsDesSources))
                        .sorted())
                .isEmpty();
    }

    @Test
    void touteLaSyntaxeDICUEstComprise() {
        mots.stringPropertyNames()
                .forEach(cle -> assertThat(new MessagePattern(mots.getProperty(cle)).countParts())
                        .as(cle)
                        .isPositive());
    }

    /** En français, un nombre n'a que ces deux formes : une troisième serait lettre morte, une absente tomberait sur l'autre. */
    @Test
    void unPlurielALesFormesDuFrancais() {
        Pattern forme = Pattern.compile("\\b(zero|two|few|many)\\{");
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> forme.matcher(mots.getProperty(cle)).find()))
                .isEmpty();
    }

    /** De ce genre : l'état d'un compte sur chaque page du bureau, dans chaque fichier, dans une phrase. */
    @Test
    void unEtatDeCompteNAQuUnMot() {
        Map<String, String> table =
                Map.of("CREE", "Jamais activé", "ACTIF", "Activé", "FERME", "Fermé", "SANS_COMPTE", "Aucun compte");
        table.forEach((etat, mot) ->
                assertThat(mots.getProperty("compte.etat." + etat)).as(etat).isEqualTo(mot));
        Pattern autreListe = Pattern.compile("(?!compte\\.etat\\.).*\\.(CREE|FERME|SANS_COMPTE)");
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> autreListe.matcher(cle).matches()))
                .as("une seconde liste des états d'un compte")
                .isEmpty();
        Pattern autreMot = Pattern.compile("(?i)comptes? (est |sont )?(actifs?|inactifs?|utilisés?|non activés?)\\b");
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> autreMot.matcher(mots.getProperty(cle)).find()))
                .isEmpty();
    }

    /** Un rattachement contesté se dit « signalé », et ce que l'établissement reçoit, un « signalement », partout. */
    @Test
    void unSignalementNAQuUnMot() {
        Pattern autreMot = Pattern.compile("(?i)\\b(contestations?|contestée?s?)\\b");
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> autreMot.matcher(mots.getProperty(cle)).find()))
                .isEmpty();
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> cle.matches(".*\\.(etat|lien)\\.CONTESTE"))
                        .filter(cle ->
                                !mots.getProperty(cle).toLowerCase(Locale.ROOT).contains("signalé")))
                .isEmpty();
    }

    /**
     * De ce genre, dans les pages, les courriels et les lettres : une apostrophe droite ; une espace ordinaire, qui rejette le signe à la
     * ligne suivante ; aucune espace ; une fine, que des messageries ne dessinent pas.
     * Un signe collé à une lettre ou un chiffre qui suit est celui d'une heure ou d'une adresse.
     */
    @Test
    void laTypographieEstFrancaise() {
        assertThat(mots.stringPropertyNames().stream()
                        // Les motifs de date ont leurs propres apostrophes.
                        .filter(cle -> !cle.startsWith("date."))
                        .filter(cle -> FAUTE_DE_TYPOGRAPHIE
                                .matcher(mots.getProperty(cle))
                                .find())
                        .map(cle -> cle + "=" + mots.getProperty(cle)))
                .isEmpty();
    }

    @Test
    void uneFauteDeTypographieEstReconnue() {
        assertThat(List.of(
                        "Lien :",
                        "Lien : ici",
                        "{1} : {2}",
                        "Lien:\n{0}",
                        "Qui ?",
                        "Fin\u202f; suite",
                        "Non!",
                        "l'enfant",
                        "« mot\u00A0»",
                        "«mot\u00A0»",
                        "«\u00A0mot »"))
                .allMatch(texte -> FAUTE_DE_TYPOGRAPHIE.matcher(texte).find());
        assertThat(List.of("Lien\u00A0: ici", "HH:mm", "https://exemple.fr", "«\u00A0mot\u00A0?\u00A0»"))
                .noneMatch(texte -> FAUTE_DE_TYPOGRAPHIE.matcher(texte).find());
    }

    private static boolean composee(String cle, Set<String> ecrits, Set<String> motsDesSources) {
        return IntStream.range(1, cle.length())
                .filter(i -> ecrits.contains(cle.substring(0, i)))
                .anyMatch(i -> MOT.matcher(cle.substring(i))
                        .results()
                        .allMatch(mot -> motsDesSources.contains(minuscules(mot.group()))));
    }

    private static String minuscules(String mot) {
        return mot.toLowerCase(Locale.ROOT);
    }

    private Set<String> trouver(Pattern quoi) {
        return sources.stream()
                .flatMap(source -> quoi.matcher(source).results())
                .map(trouve -> Stream.of(1, 2)
                        .filter(i -> i <= trouve.groupCount() && trouve.group(i) != null)
                        .map(trouve::group)
                        .findFirst()
                        .orElseGet(trouve::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Le code, les pages et les requêtes du produit. */
    private static List<String> sources() {
        return Stream.of(Path.of("src/main/java"), Path.of("src/main/resources"), Path.of("webapp"))
                .flatMap(MessagesTest::fichiers)
                .map(MessagesTest::lire)
                .toList();
    }

    private static Stream<Path> fichiers(Path racine) {
        try (Stream<Path> tous = Files.walk(racine)) {
            return tous.filter(f -> f.toString().matches(".*\\.(java|xml|xhtml|html|js)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties lireLesMots() {
        Properties lus = new Properties();
        try (Reader lecteur = Files.newBufferedReader(MESSAGES)) {
            lus.load(lecteur);
            return lus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
