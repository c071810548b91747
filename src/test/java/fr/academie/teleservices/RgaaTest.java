package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.accueil.Conformite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** La table du RGAA ne dit rien conforme sans nommer ce qui le prouve, ce qu'elle nomme existe, et la déclaration publique dit comme elle. */
class RgaaTest {

    private static final Path TABLE = Path.of("src/site/rgaa.md");
    private static final Path PAGES = Path.of("webapp");
    private static final Pattern CLASSE = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern PAGE = Pattern.compile("`(/[a-z/-]+)`");
    private static final Pattern CRITERE = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern ANNONCE = Pattern.compile(
            "Relevé du (\\d+) novembre 2026\u00A0: (\\d+) conformes, (\\d+) non conformes, (\\d+) non vérifié, (\\d+) sans objet");

    /** Les critères par thématique, 1 à 13. Source : RGAA 4.1.2, DINUM. */
    private static final List<Integer> PAR_THEMATIQUE = List.of(9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12);

    private static final String CONFORME = "conforme";
    private static final String NON_CONFORME = "non conforme";
    private static final String NON_VERIFIE = "non vérifié";

    private record Ligne(String critere, String etat, String preuve) {}

    @Test
    void lesCentSixCriteresYSontUneFoisDansLOrdre() throws IOException {
        List<String> attendus = IntStream.rangeClosed(1, PAR_THEMATIQUE.size())
                .boxed()
                .flatMap(thematique -> IntStream.rangeClosed(1, PAR_THEMATIQUE.get(thematique - 1))
                        .mapToObj(numero -> thematique + "." + numero))
                .toList();
        assertThat(attendus).hasSize(106);
        assertThat(lignes()).extracting(Ligne::critere).isEqualTo(attendus);
    }

    @Test
    void chaqueLigneConformeNommeUneClasseOuUnePageQuiExiste() throws IOException {
        Set<String> classes = classes();
        Set<String> pages = pages().keySet();
        assertThat(lignes()).allSatisfy(ligne -> {
            assertThat(ligne.etat()).isIn(CONFORME, NON_CONFORME, NON_VERIFIE, "sans objet");
            assertThat(ligne.preuve()).as(ligne.critere()).isNotBlank();
            List<String> nommees = nommees(CLASSE, ligne);
            List<String> regardees = nommees(PAGE, ligne);
            assertThat(classes).as(ligne.critere()).containsAll(nommees);
            assertThat(pages).as(ligne.critere()).containsAll(regardees);
            if (CONFORME.equals(ligne.etat())) {
                assertThat(nommees.size() + regardees.size())
                        .as(ligne.critere())
                        .isPositive();
            }
        });
    }

    @Test
    void laDeclarationDitCeQueDitLaTable() throws IOException {
        Matcher annonce = ANNONCE.matcher(Files.readString(TABLE));
        assertThat(annonce.find()).isTrue();
        Conformite releve = Conformite.lire();
        assertThat(releve.etablie()).hasToString("2026-11-" + annonce.group(1));
        assertThat(lignes().stream().collect(Collectors.groupingBy(Ligne::etat, Collectors.counting())))
                .isEqualTo(Map.of(
                        CONFORME,
                        Long.valueOf(annonce.group(2)),
                        NON_CONFORME,
                        Long.valueOf(annonce.group(3)),
                        NON_VERIFIE,
                        Long.valueOf(annonce.group(4)),
                        "sans objet",
                        Long.valueOf(annonce.group(5))));
        assertThat(releve.conformes()).isEqualTo(criteres(CONFORME).size());
        assertThat(releve.nonConformes()).isEqualTo(criteres(NON_CONFORME));
        assertThat(releve.nonVerifies()).isEqualTo(criteres(NON_VERIFIE));
    }

    /** Un défaut levé emporte sa phrase, et un défaut trouvé en demande une. */
    @Test
    void chaqueDefautASaPhraseEtAucunePhraseNEstDeTrop() throws IOException {
        Properties mots = new Properties();
        try (var lecteur = Files.newBufferedReader(
                Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties"))) {
            mots.load(lecteur);
        }
        String debut = "accessibilite.defaut.";
        assertThat(mots.stringPropertyNames().stream()
                        .filter(cle -> cle.startsWith(debut))
                        .map(cle -> cle.substring(debut.length())))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(criteres(NON_CONFORME).stream(), criteres(NON_VERIFIE).stream())
                                .toList());
    }

    /** Critères 5.4, 5.6 et 5.7. */
    @Test
    void chaqueTableauAUnNomEtChaqueEnTeteSaPortee() throws IOException {
        List<String> defauts = relever(Pattern.compile("(?s)<table.*?</table>"), tableau -> {
            boolean nomme = tableau.contains("<caption") || tableau.matches("(?s)<table[^>]*\\saria-label(ledby)?=.*");
            return !nomme
                    || !tableau.contains("<th ")
                    || Pattern.compile("<th\\b(?![^>]*\\sscope=)")
                            .matcher(tableau)
                            .find();
        });
        assertThat(defauts).isEmpty();
    }

    /**
     * Critère 11.13. Le compte de l'étape 1 et d'un courrier est un autre que celui que le navigateur connaît, un enfant qui manque n'est pas soi, et l'agent tape l'adresse
     * d'un collègue.
     */
    @Test
    void unChampSurSoiDitCommentSeRemplir() throws IOException {
        Set<String> siens = Set.of("mail", "numero", "portable", "prenom", "nouveau", "confirmation", "actuel");
        List<String> defauts = relever(
                Pattern.compile("(?s)<ts:(?:champ|motDePasse)\\b[^>]*>"),
                champ -> siens.stream().anyMatch(id -> champ.contains(" id=\"" + id + "\""))
                        && !Pattern.compile("remplissage=\"(?!off)")
                                .matcher(champ)
                                .find());
        assertThat(defauts).isNotEmpty().allMatch(defaut -> defaut.startsWith("/etablissement/"));
    }

    /** Critère 13.11 : ce qui s'appuie agit quand on relâche. */
    @Test
    void aucunScriptNEcouteLAppui() throws IOException {
        for (String script : List.of("webapp/ts/teleservices.js", "webapp/ts/debut.js", "src/main/dsfr/pages.js")) {
            assertThat(Files.readString(Path.of(script)))
                    .doesNotContainPattern(
                            "['\"](mousedown|pointerdown|touchstart|devicemotion|mouseover|mouseenter)['\"]");
        }
    }

    private static List<String> relever(Pattern quoi, Predicate<String> fautif) throws IOException {
        return pages().entrySet().stream()
                .flatMap(page -> quoi.matcher(page.getValue())
                        .results()
                        .map(MatchResult::group)
                        .filter(fautif)
                        .map(trouve -> page.getKey() + " : "
                                + trouve.lines().findFirst().orElseThrow()))
                .toList();
    }

    private static List<String> nommees(Pattern quoi, Ligne ligne) {
        return quoi.matcher(ligne.preuve()).results().map(nom -> nom.group(1)).toList();
    }

    private static List<String> criteres(String etat) throws IOException {
        return lignes().stream()
                .filter(ligne -> ligne.etat().equals(etat))
                .map(Ligne::critere)
                .toList();
    }

    private static List<Ligne> lignes() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(ligne -> ligne.split("\\s*\\|\\s*", -1))
                .filter(cases -> cases.length == 6 && CRITERE.matcher(cases[1]).matches())
                .map(cases -> new Ligne(cases[1], cases[3], cases[4]))
                .toList();
    }

    /** Chaque page par son adresse. */
    private static Map<String, String> pages() throws IOException {
        try (Stream<Path> fichiers = Files.walk(PAGES)) {
            return fichiers.filter(fichier -> fichier.toString().endsWith(".xhtml"))
                    .collect(Collectors.toMap(
                            fichier ->
                                    "/" + PAGES.relativize(fichier).toString().replaceFirst("\\.xhtml$", ""),
                            RgaaTest::lire));
        }
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
