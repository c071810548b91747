package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.MapperLu;
import fr.academie.teleservices.socle.persistance.TablesEcrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ce que l'architecture demande au SQL, lu dans les mappers : chaque table a une pièce qui l'écrit, une pièce qui ne fait que relire
 * n'écrit rien, et un fragment inclus trouve ses paramètres chez qui l'inclut.
 */
class SqlDesPiecesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Elles relisent toute la base, et n'y écrivent pas. */
    private static final Set<String> RELISENT = Set.of("assistance", "suivi", "historique");

    private static final Pattern ECRITURE = Pattern.compile(
            "\\b(?:INSERT\\s+(?:IGNORE\\s+)?INTO|REPLACE\\s+INTO|DELETE\\s+FROM|TRUNCATE(?:\\s+TABLE)?|(?<!KEY"
                    + " )(?<!FOR )UPDATE)\\s+([a-z_]+)\\b");

    private static final Pattern ELEVE = Pattern.compile(
            "\\b(?:FROM|JOIN|UPDATE) eleve\\b(?: (?:AS )?(?!WHERE|SET|JOIN|ON|ORDER|FOR)([a-z_0-9]+))?");

    private static final Pattern INSCRIPTION = Pattern.compile("\\b(?:FROM|JOIN|UPDATE|INTO) (inscription)\\b");

    private static final Pattern CREATION = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Pattern RENOMMAGE = Pattern.compile("RENAME TABLE ([a-z_]+) TO ([a-z_]+)");
    private static final Pattern SUPPRESSION = Pattern.compile("DROP TABLE (?:IF EXISTS )?([a-z_]+)");

    @TestFactory
    Stream<DynamicTest> chaquePieceNEcritQueSesTables() throws IOException {
        return mappers().stream()
                .map(mapper -> DynamicTest.dynamicTest(
                        mapper.nom(),
                        () -> assertThat(ecrites(mapper.texte()))
                                .as(
                                        "les tables écrites par %s, contre celles que dit le package-info de %s",
                                        mapper.nom(), mapper.piece())
                                .isSubsetOf(declarees(mapper.paquet()))));
    }

    /** Ce qui s'écrit {@code ${}} entre tel quel dans la requête : seul ce qu'un fragment donne à un autre le peut, jamais une valeur. */
    @Test
    void aucuneValeurNEntreTelleQuelleDansUneRequete() throws IOException {
        Pattern requete = Pattern.compile("(?s)<(select|insert|update|delete) .*?</\\1>");
        List<String> requetes = mappers().stream()
                .flatMap(m -> requete.matcher(m.xml()).results())
                .map(trouvee -> trouvee.group().replaceAll("<property [^>]*>", ""))
                .toList();
        assertThat(requetes).hasSizeGreaterThan(100).noneMatch(texte -> texte.contains("${"));
    }

    @Test
    void lesPiecesQuiRelisentNEcriventRien() throws IOException {
        assertThat(mappers().stream().filter(m -> RELISENT.contains(m.piece())))
                .isNotEmpty()
                .allSatisfy(m -> {
                    assertThat(declarees(m.paquet())).isEmpty();
                    assertThat(ecrites(m.texteDeplie())).as(m.nom()).isEmpty();
                });
    }

    @Test
    void chaqueTableAUneSeulePieceQuiLEcrit() throws IOException {
        Map<String, Set<String>> ecrivains = new TreeMap<>();
        paquets()
                .forEach(paquet -> declarees(paquet)
                        .forEach(table -> ecrivains
                                .computeIfAbsent(table, t -> new TreeSet<>())
                                .add(paquet)));
        assertThat(ecrivains.values()).allSatisfy(pieces -> assertThat(pieces).hasSize(1));
        Set<String> tables = tables();
        assertThat(ecrivains.keySet()).isEqualTo(tables);
    }

    @Test
    void uneTableDeclareeEstBienEcrite() throws IOException {
        Map<String, Set<String>> ecrites = new LinkedHashMap<>();
        for (MapperLu mapper : mappers()) {
            ecrites.computeIfAbsent(mapper.paquet(), p -> new TreeSet<>()).addAll(ecrites(mapper.texte()));
        }
        assertThat(ecrites)
                .allSatisfy((paquet, tables) -> assertThat(tables).as(paquet).containsAll(declarees(paquet)));
    }

    /** Où un élève est inscrit se lit par les fragments de {@code scolarite} : un seul endroit dit ce qu'est « aujourd'hui ». */
    @TestFactory
    Stream<DynamicTest> seuleScolariteLitOuUnEleveEstInscrit() throws IOException {
        return mappers().stream()
                .filter(m -> !m.piece().equals("scolarite"))
                .map(mapper -> DynamicTest.dynamicTest(
                        mapper.nom(),
                        () -> assertThat(inscriptionsLues(mapper.texte())).isEmpty()));
    }

    @Test
    void chaqueFaconDeLireOuUnEleveEstInscritSeVoit() throws IOException {
        MapperLu scolarite = mappers().stream()
                .filter(m -> m.nom().equals("ScolariteMapper"))
                .findFirst()
                .orElseThrow();
        assertThat(inscriptionsLues(scolarite.texte())).hasSizeGreaterThan(2);
        assertThat(inscriptionsLues("SELECT e.nom FROM eleve AS e WHERE e.uai = 'X'"))
                .containsExactly("e.uai");
        assertThat(inscriptionsLues("SELECT x.nom, x.classe FROM a JOIN eleve x ON x.id = a.eleve_id"))
                .containsExactly("x.classe");
        assertThat(inscriptionsLues("SELECT uai FROM eleve WHERE id = 1")).containsExactly("eleve sans nom");
        assertThat(inscriptionsLues("JOIN inscription AS i ON i.eleve_id = 1")).containsExactly("inscription");
        assertThat(inscriptionsLues("SELECT e.nom, i.uai FROM eleve AS e JOIN etablissement AS t ON t.uai = i.uai"))
                .isEmpty();
    }

    /**
     * Ce qui, dans ce SQL, lit {@code eleve.uai}, {@code eleve.classe} ou la table des inscriptions ; {@code eleve} sans nom d'emprunt
     * pourrait les lire sans qu'on le voie.
     */
    private static List<String> inscriptionsLues(String texte) {
        String sql = texte.replaceAll("\\s+", " ");
        List<String> lues = new ArrayList<>();
        ELEVE.matcher(sql).results().forEach(table -> {
            String nom = table.group(1);
            if (nom == null) {
                lues.add("eleve sans nom");
            } else {
                Pattern.compile("\\b" + nom + "\\.(?:uai|classe)\\b")
                        .matcher(sql)
                        .results()
                        .map(r -> r.group())
                        .distinct()
                        .forEach(lues::add);
            }
        });
        INSCRIPTION.matcher(sql).results().map(r -> r.group(1)).forEach(lues::add);
        return lues;
    }

    @Test
    void leSqlNEcritPasHorsDesMappers() {
        assertThat(MapperLu.annotationsSql(RACINE)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> chaqueParametreExisteChezQuiLePasse() throws IOException {
        return mappers().stream()
                .map(mapper -> DynamicTest.dynamicTest(
                        mapper.nom(),
                        () -> assertThat(mapper.parametresInconnus()).isEmpty()));
    }

    @Test
    void unFragmentMalNourriSeVoit() throws IOException {
        MapperLu regroupements = mappers().stream()
                .filter(m -> m.nom().equals("RegroupementMapper"))
                .findFirst()
                .orElseThrow();
        assertThat(regroupements.avec("#{e.jeton}", "#{e.jetton}").parametresInconnus())
                .isNotEmpty()
                .allSatisfy(faute -> assertThat(faute).contains("jetton"));
        assertThat(regroupements
                        .avec("value=\"e.lignes()\"", "value=\"e.ligne()\"")
                        .parametresInconnus())
                .isNotEmpty();
    }

    @Test
    void uneEcritureChezAutruiSeVoit() {
        assertThat(ecrites("UPDATE rattachement AS l SET x = 1")).containsExactly("rattachement");
        assertThat(ecrites("INSERT INTO a (b) VALUES (1) ON DUPLICATE KEY UPDATE b = 2"))
                .containsExactly("a");
        assertThat(ecrites("SELECT 1 FROM a FOR UPDATE")).isEmpty();
    }

    private static final String RACINE = "fr.academie.teleservices";

    private static List<MapperLu> mappers() throws IOException {
        return MapperLu.tous(SOURCES);
    }

    private static Set<String> ecrites(String sql) {
        Set<String> tables = new TreeSet<>();
        Matcher ecriture = ECRITURE.matcher(sql.replaceAll("\\s+", " "));
        while (ecriture.find()) {
            tables.add(ecriture.group(1));
        }
        return tables;
    }

    private static Set<String> declarees(String paquet) {
        try {
            TablesEcrites tables = Class.forName(paquet + ".package-info").getAnnotation(TablesEcrites.class);
            return tables == null ? Set.of() : new TreeSet<>(Arrays.asList(tables.value()));
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }

    private static List<String> paquets() throws IOException {
        try (Stream<Path> chemins = Files.walk(SOURCES)) {
            return chemins.filter(c -> c.endsWith("package-info.java"))
                    .map(c -> SOURCES.relativize(c.getParent()).toString().replace('/', '.'))
                    .toList();
        }
    }

    /** Les tables que les scripts créent et gardent. */
    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (String script : scripts()) {
            CREATION.matcher(script).results().forEach(r -> tables.add(r.group(1)));
            SUPPRESSION.matcher(script).results().forEach(r -> tables.remove(r.group(1)));
            RENOMMAGE.matcher(script).results().forEach(r -> {
                tables.remove(r.group(1));
                tables.add(r.group(2));
            });
        }
        return tables;
    }

    private static List<String> scripts() throws IOException {
        try (Stream<Path> chemins = Files.list(Path.of("sql"))) {
            return chemins.sorted().map(SqlDesPiecesTest::lire).collect(Collectors.toList());
        }
    }

    private static String lire(Path chemin) {
        try {
            return Files.readString(chemin);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
