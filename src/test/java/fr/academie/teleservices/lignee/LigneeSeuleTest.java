package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aller d'un compte à un autre par les regroupements ou les ruptures est l'affaire de {@code lignee} seule. Une autre pièce peut lire un
 * regroupement ou une rupture dont elle tient le numéro, le compte par une valeur, et nommer les comptes qu'il relie ; pas en suivre un
 * autre.
 */
class LigneeSeuleTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RECURSION = Pattern.compile("\\brecursive\\b");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|update)\\s+(regroupement|rupture|responsable)\\s+(?:as\\s+)?([a-z_0-9]+)");
    private static final Pattern EGALITE =
            Pattern.compile("\\b([a-z_0-9]+)\\.([a-z_0-9]+)\\s*=\\s*([a-z_0-9]+)\\.([a-z_0-9]+)");
    private static final Set<String> MAILLONS = Set.of("principal_id", "secondaire_id", "source_id", "nouveau_id");

    static Stream<Path> mappersDesAutresPieces() throws IOException {
        try (Stream<Path> fichiers = Files.walk(SOURCES)) {
            return fichiers
                    .filter(f -> f.toString().endsWith("Mapper.xml") && !f.endsWith("LigneeMapper.xml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mappersDesAutresPieces")
    void aucuneAutrePieceNeSuitLesRegroupementsNiLesRuptures(Path mapper) throws IOException {
        assertThat(parcours(Files.readString(mapper))).isEmpty();
    }

    @Test
    void lesMappersSontBienLus() throws IOException {
        assertThat(mappersDesAutresPieces()).hasSizeGreaterThan(15);
        assertThat(parcours(Files.readString(SOURCES.resolve("fr/academie/teleservices/lignee/LigneeMapper.xml"))))
                .hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE suite (id) AS (SELECT 1) SELECT id FROM suite",
                "UPDATE responsable_attendu AS a JOIN regroupement AS g ON g.secondaire_id = a.responsable_id AND 1",
                "SELECT 1 FROM regroupement AS g JOIN regroupement AS h ON g.principal_id = h.secondaire_id",
                "SELECT 1 FROM suite AS s JOIN rupture u ON u.source_id = s.compte_id",
                "SELECT (SELECT principal_id FROM regroupement AS g WHERE l.responsable_id = g.secondaire_id) FROM l",
            })
    void chaqueFaconDeLesSuivreEstVue(String sql) {
        assertThat(parcours(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM regroupement AS g JOIN responsable AS s ON s.id = g.secondaire_id WHERE g.principal_id = #{id}",
                "SELECT 1 FROM rupture AS u JOIN responsable AS n ON u.nouveau_id = n.id",
                "<!-- WITH RECURSIVE --> SELECT 1 FROM liens AS i JOIN regroupement AS g ON g.id = i.regroupement_id",
            })
    void nommerLesComptesDUnRegroupementNEnSuitAucun(String sql) {
        assertThat(parcours(sql)).isEmpty();
    }

    /** Ce qui suit un regroupement ou une rupture dans ce texte. */
    private static List<String> parcours(String xml) {
        String sql = xml.replaceAll("(?s)<!--.*?-->", " ").toLowerCase(Locale.ROOT);
        Set<String> maillons = new HashSet<>();
        Set<String> comptes = new HashSet<>();
        TABLE.matcher(sql)
                .results()
                .forEach(t -> ("responsable".equals(t.group(1)) ? comptes : maillons).add(t.group(2)));
        List<String> parcours = new ArrayList<>();
        Matcher recursion = RECURSION.matcher(sql);
        if (recursion.find()) {
            parcours.add(recursion.group());
        }
        EGALITE.matcher(sql)
                .results()
                .filter(e -> suit(e, 1, 3, maillons, comptes) || suit(e, 3, 1, maillons, comptes))
                .map(MatchResult::group)
                .forEach(parcours::add);
        return parcours;
    }

    private static boolean suit(MatchResult egalite, int cote, int autre, Set<String> maillons, Set<String> comptes) {
        boolean nommeUnCompte = comptes.contains(egalite.group(autre)) && "id".equals(egalite.group(autre + 1));
        return maillons.contains(egalite.group(cote)) && MAILLONS.contains(egalite.group(cote + 1)) && !nommeUnCompte;
    }
}
