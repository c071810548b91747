package fr.academie.teleservices.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformiteTest {

    @ParameterizedTest
    @CsvSource({
        "76, '', '', 100, TOTALE",
        "75, 13.1, '', 98, PARTIELLE",
        "75, '', 7.1, 98, PARTIELLE",
        "1, 13.1, '', 50, PARTIELLE",
        "1, 13.1, 7.1, 33, NON",
        "0, 13.1, '', 0, NON"
    })
    void ceQueNulNAVerifieNEstPasRespecte(
            int conformes, String nonConformes, String nonVerifies, int taux, Conformite.Etat etat) {
        Conformite conformite =
                new Conformite(LocalDate.of(2026, 11, 27), conformes, liste(nonConformes), liste(nonVerifies));
        assertThat(conformite.taux()).isEqualTo(taux);
        assertThat(conformite.etat()).isEqualTo(etat);
    }

    private static List<String> liste(String numero) {
        return numero.isEmpty() ? List.of() : List.of(numero);
    }
}
