package fr.academie.teleservices.suivi.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.Periode;
import fr.academie.teleservices.suivi.Tableau;
import fr.academie.teleservices.suivi.Tableau.Ligne;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Les dessins du suivi se comparent ; les classes se trient par taux comme par nombre. */
class GraphiqueTest {

    private static final Periode PERIODE = new Periode(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "5, 10", "10, 10", "11, 20", "21, 40", "41, 100", "2001, 4000"})
    void lAxeFinitParUnNombreRondQuiSePartageEnDeux(long maximum, long echelle) {
        assertThat(Graphique.echelle(maximum)).isEqualTo(echelle);
    }

    @Test
    void unMemeNombreALaMemeHauteurSurTousLesDessins() {
        Map<Indicateur, Long> nombres =
                Map.of(Indicateur.COMPTES, 20L, Indicateur.ACTIVES, 5L, Indicateur.COURRIERS, 5L);
        Tableau<Periode> temps = new Tableau<>(List.of(new Ligne<>(PERIODE, nombres)), new Ligne<>("", nombres));
        long echelle = Graphique.echelle(temps.maximum());

        assertThat(hauteur(Indicateur.COMPTES, temps, echelle)).isEqualTo("110.0");
        assertThat(hauteur(Indicateur.ACTIVES, temps, echelle))
                .isEqualTo(hauteur(Indicateur.COURRIERS, temps, echelle))
                .isEqualTo("27.5");
        assertThat(hauteur(Indicateur.EXPIRES, temps, echelle)).isEqualTo("0.0");
    }

    private static String hauteur(Indicateur indicateur, Tableau<Periode> temps, long echelle) {
        return Graphique.dessiner(indicateur, temps, echelle).barres().get(0).hauteur();
    }

    @Test
    void leTauxEstArrondiParDefautEtNExistePasSansCompte() {
        assertThat(classe("6A", 3, 2).taux()).isEqualTo(66);
        assertThat(classe("6A", 1000, 999).taux()).as("cent veut dire tous").isEqualTo(99);
        assertThat(classe("6A", 4, 4).taux()).isEqualTo(100);
        assertThat(classe("6A", 0, 0).taux()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 3A 4B 5C 6D",
        "'', desc, 6D 5C 4B 3A",
        "TAUX, '', 5C 3A 6D 4B",
        "TAUX, desc, 6D 3A 5C 4B",
        "COMPTES, desc, 5C 6D 3A 4B",
        "ACTIVES, '', 4B 3A 5C 6D",
        "inconnu, '', 3A 4B 5C 6D"
    })
    void lesClassesSeTrientSansScript(String tri, String sens, String attendu) {
        Tableau<String> classes = new Tableau<>(
                List.of(classe("3A", 2, 1), classe("4B", 0, 0), classe("5C", 10, 1), classe("6D", 4, 3)),
                classe("", 16, 5));
        TriDesClasses lu = TriDesClasses.lire(Map.of("tri", tri, "sens", sens)::get);

        assertThat(String.join(
                        " ",
                        classes.trie(lu.ordre()).lignes().stream()
                                .map(Ligne::quoi)
                                .toList()))
                .isEqualTo(attendu);
    }

    private static Ligne<String> classe(String nom, long crees, long actives) {
        return new Ligne<>(nom, Map.of(Indicateur.COMPTES, crees, Indicateur.ACTIVES, actives));
    }
}
