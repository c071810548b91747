package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** La reprise d'une base remplie à l'heure locale, telle que DEPLOIEMENT.md la donne. */
class RepriseEnUtcTest {

    private static final TimeZone FUSEAU_DES_ESSAIS = TimeZone.getDefault();
    private static final Pattern ORDRES = Pattern.compile("```sql\n(CREATE FUNCTION en_utc.*?)```", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("^(?:CREATE|ALTER) TABLE (\\w+)");
    private static final Pattern COLONNE = Pattern.compile("^ +(?:ADD COLUMN )?(\\w+) +DATETIME\\(3\\)");

    /** Ce que la base date elle-même. */
    private static final Set<String> A_LAISSER = Set.of("responsable.cree_le");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @AfterEach
    void remettreLeFuseau() {
        TimeZone.setDefault(FUSEAU_DES_ESSAIS);
    }

    @Test
    void uneBaseRemplieALHeureDeParisRedevientUtc() throws Exception {
        Instant lEte = Instant.parse("2026-07-01T12:00:00.123Z");
        Instant lHiver = Instant.parse("2026-12-01T12:00:00.456Z");
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        Atelier dAvant = new Atelier(base.source(base.base().url() + "?preserveInstants=false", 4));
        long compte = familles.actif("cristelle.durand");
        long ferme = familles.actif("cristelle.durand1");
        long enfant = familles.eleve("Florian");
        familles.lier(ferme, enfant);
        base.executer("UPDATE rattachement SET depuis = '2026-01-05 08:00:00'");
        long demande = familles.session("cristelle.durand");
        var demandeur = Atelier.demandeur(compte, "cristelle.durand", demande);
        dAvant.horloge.arreterA(lEte);
        UUID jeton = dAvant.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        dAvant.regroupements.apercu(demandeur, jeton);
        dAvant.regrouper(demandeur, jeton);
        dAvant.horloge.arreterA(lHiver);
        dAvant.courriers.faire(
                Atelier.agent("secretariat.moulin", Familles.UAI),
                compte,
                Familles.UAI,
                EnumSet.allOf(MotifCourrier.class),
                null);
        assertThat(lire("CAST(fait_le AS CHAR) FROM regroupement")).containsExactly("2026-07-01 14:00:00.123");
        familles.lier(compte, familles.eleve("Dylan"));
        base.executer("UPDATE rattachement SET depuis = (SELECT MIN(le) FROM journal) WHERE eleve_id <> " + enfant);

        reprendre();

        Atelier dApres = new Atelier(base.source());
        assertThat(dApres.regroupements.enregistres(compte).get(0).faitLe()).isEqualTo(lEte);
        assertThat(dApres.comptes.parId(compte).orElseThrow().provisoireExpireLe())
                .isEqualTo(lHiver.plus(Duration.ofDays(90)));
        assertThat(lire("CAST(ferme_le AS CHAR) FROM responsable WHERE id = " + ferme))
                .containsExactly("2026-07-01 12:00:00.123");
        assertThat(lire("CAST(depuis AS CHAR) FROM rattachement ORDER BY depuis"))
                .containsExactly("2026-01-05 08:00:00.000", "2026-07-01 12:00:00.123");
        assertThat(lire("DISTINCT CAST(le AS CHAR) FROM journal ORDER BY le"))
                .containsExactly("2026-07-01 12:00:00.123", "2026-12-01 12:00:00.456");
        assertThat(lire("DISTINCT CAST(le AS CHAR) FROM evenement")).containsExactly("2026-07-01 12:00:00.123");
        assertThat(lire("CAST(fait_le AS CHAR) FROM courrier UNION ALL SELECT CAST(le AS CHAR) FROM journal_bureau"))
                .containsExactly("2026-12-01 12:00:00.456", "2026-12-01 12:00:00.456");
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isZero();
    }

    @Test
    void chaqueColonneDesPremiersScriptsEstReprise() throws IOException {
        Set<String> oubliees = new TreeSet<>();
        String ordres = ordres();
        for (Path script : scripts()) {
            String table = "";
            for (String ligne : Files.readAllLines(script)) {
                Matcher ouvre = TABLE.matcher(ligne);
                Matcher colonne = COLONNE.matcher(ligne);
                if (ouvre.find()) {
                    table = ouvre.group(1);
                } else if (colonne.find() && !reprise(ordres, table, colonne.group(1))) {
                    oubliees.add(table + "." + colonne.group(1));
                }
            }
        }

        assertThat(oubliees).isEqualTo(A_LAISSER);
    }

    private static boolean reprise(String ordres, String table, String colonne) {
        return Arrays.stream(ordres.split(";", -1))
                .anyMatch(ordre -> Pattern.compile("DELETE FROM " + table + "\\s*$")
                                .matcher(ordre)
                                .find()
                        || (Pattern.compile("UPDATE " + table + "\\b")
                                        .matcher(ordre)
                                        .find()
                                && ordre.contains("en_utc("
                                        + ("depuis".equals(colonne) && "rattachement".equals(table) ? "l." : "")
                                        + colonne + ")")));
    }

    /** Les scripts d'avant la correction : ce qui vient après n'a jamais été écrit à l'heure locale. */
    private static List<Path> scripts() throws IOException {
        try (var fichiers = Files.list(Path.of("sql"))) {
            return fichiers.filter(f -> f.getFileName().toString().compareTo("V011") < 0)
                    .sorted()
                    .toList();
        }
    }

    private void reprendre() throws IOException {
        base.executer(Arrays.stream(ordres().split(";", -1))
                .filter(ordre -> !ordre.isBlank())
                .toArray(String[]::new));
    }

    private static String ordres() throws IOException {
        Matcher bloc = ORDRES.matcher(Files.readString(Path.of("conf/DEPLOIEMENT.md")));
        if (!bloc.find()) {
            throw new AssertionError("DEPLOIEMENT.md ne dit plus comment reprendre une base remplie à l'heure locale.");
        }
        return bloc.group(1);
    }

    private List<String> lire(String colonnes) {
        return base.lire("SELECT " + colonnes);
    }
}
