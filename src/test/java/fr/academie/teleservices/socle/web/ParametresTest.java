package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Un paramètre mal formé vaut un paramètre absent. */
class ParametresTest {

    @Test
    void unUuidSeLitDansLesDeuxCasses() {
        UUID jeton = UUID.fromString("da0e5f4e-6977-6bb5-a0f2-b11f971d80d8");
        assertThat(Parametres.jeton(jeton.toString())).contains(jeton);
        assertThat(Parametres.jeton("DA0E5F4E-6977-6BB5-A0F2-B11F971D80D8")).contains(jeton);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "x",
                "da0e5f4e-6977-6bb5-a0f2-b11f971d80d8 ",
                "da0e5f4e69776bb5a0f2b11f971d80d8",
                "../../etc",
                "<script>"
            })
    void leResteNEstPasUnJeton(String parametre) {
        assertThat(Parametres.jeton(parametre)).isEmpty();
    }

    @Test
    void unNumeroNaQueDesChiffresEtTientDansUnLong() {
        assertThat(Parametres.numero("12")).hasValue(12);
        assertThat(Parametres.numero("999999999999999999")).hasValue(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-1", "+1", " 1", "1e3", "0x1", "٣", "1000000000000000000", "1 OR 1"})
    void leResteNEstPasUnNumero(String parametre) {
        assertThat(Parametres.numero(parametre)).isEmpty();
        assertThat(Parametres.page(parametre)).isEqualTo(1);
    }

    @Test
    void unePageVaDeUnALaDerniere() {
        assertThat(Parametres.page("0")).isEqualTo(1);
        assertThat(Parametres.page("7")).isEqualTo(7);
        assertThat(Parametres.page("10000")).isEqualTo(Pagination.DERNIERE);
        assertThat(Parametres.page("10001")).isEqualTo(1);
    }

    @Test
    void unJourExisteDansLeCalendrierEtDansUnSiecleProche() {
        assertThat(Parametres.jour("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
        assertThat(Parametres.jour("2027-02-29")).isEmpty();
        assertThat(Parametres.jour("1026-10-03")).isEmpty();
        assertThat(Parametres.jour("")).isEmpty();
    }

    /** Là où il n'y a pas de sélecteur de date, on tape un jour comme on l'écrit. */
    @Test
    void unJourTapeSeLitCommeOnLEcritEnFrance() {
        for (String tape : new String[] {
            "25/10/2026",
            " 25/10/2026 ",
            "25-10-2026",
            "25.10.2026",
            "25 10 2026",
            "25/10/26",
            "2026/10/25",
            "25-10-26",
            "25 / 10 / 2026",
            "25\u00a010\u00a02026",
            "25. 10. 2026",
            "25\u201110\u20112026",
            "\u200e25\u200e/\u200e10\u200e/\u200e2026",
            "\uff12\uff15\uff0f\uff11\uff10\uff0f\uff12\uff10\uff12\uff16",
            "\u0662\u0665/\u0661\u0660/\u0662\u0660\u0662\u0666",
            "2026-10-25"
        }) {
            assertThat(Parametres.jour(tape)).as(tape).contains(LocalDate.of(2026, 10, 25));
            assertThat(Parametres.jourIllisible(tape)).as(tape).isEmpty();
        }
        assertThat(Parametres.jour("3/5/2026")).contains(LocalDate.of(2026, 5, 3));
        for (String faux : new String[] {
            "31/02/2026",
            "10/25/2026",
            "25/10",
            "25/10/026",
            "25/10/12026",
            "hier",
            "0/1/2026",
            "2026-13-01",
            "25//2026"
        }) {
            assertThat(Parametres.jour(faux)).as(faux).isEmpty();
            assertThat(Parametres.jourIllisible(faux)).as(faux).isEqualTo(faux);
        }
        assertThat(Parametres.jourIllisible(null)).isEmpty();
        assertThat(Parametres.jourIllisible("  ")).isEmpty();
        assertThat(Parametres.jourIllisible("x".repeat(500))).hasSize(30);
    }

    @Test
    void unTexteVideManqueEtUnTexteTropLongSeCoupe() {
        assertThat(Parametres.texte(" \t")).isNull();
        assertThat(Parametres.texte("  durand ")).isEqualTo("durand");
        assertThat(Parametres.texte("x".repeat(300))).hasSize(200);
        assertThat(Parametres.texte("abc", 2)).isEqualTo("ab");
        assertThat(Parametres.texte(null, 2)).isEmpty();
    }

    @Test
    void unUaiNaPasDAutreFormeQueLaSienne() {
        assertThat(Parametres.uai("0330001A")).isEqualTo("0330001A");
        assertThat(Parametres.uai("0330001a")).isNull();
        assertThat(Parametres.uai("")).isNull();
    }
}
