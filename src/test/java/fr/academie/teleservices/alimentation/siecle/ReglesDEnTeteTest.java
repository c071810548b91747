package fr.academie.teleservices.alimentation.siecle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Remarque;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReglesDEnTeteTest {

    private static final Instant MAINTENANT = Instant.parse("2026-11-25T08:00:00Z");
    private static final Instant PRODUIT = Instant.parse("2026-11-24T17:32:05Z");

    private static EnteteSiecle entete(String uaj, int annee, Instant horodatage) {
        return new EnteteSiecle(ExportSiecle.ELEVES, "e.xml", uaj, annee, horodatage);
    }

    private static Remarque refus(ReglesDEnTete regles, EnteteSiecle entete) {
        return catchThrowableOfType(FichierRefuse.class, () -> regles.verifier(entete))
                .remarque();
    }

    private final ReglesDEnTete regles = new ReglesDEnTete(Set.of("0330001X"), null, MAINTENANT);

    @Test
    void unExportDeLEtablissementEtDeLAnneeEstPris() {
        assertThatCode(() -> regles.verifier(entete("0330001X", 2026, PRODUIT))).doesNotThrowAnyException();
        assertThatCode(() -> regles.verifier(entete("0330001X", 2027, PRODUIT))).doesNotThrowAnyException();
    }

    @Test
    void unAutreEtablissementEstRefuse() {
        assertThat(refus(regles, entete("0330002Y", 2026, PRODUIT)).code()).isEqualTo(CodeRemarque.AUTRE_ETABLISSEMENT);
    }

    @ParameterizedTest
    @CsvSource({"2025", "2015", "2028"})
    void uneAutreAnneeEstRefusee(int annee) {
        Remarque refus = refus(regles, entete("0330001X", annee, PRODUIT));
        assertThat(refus.code()).isEqualTo(CodeRemarque.AUTRE_ANNEE);
        assertThat(refus.valeurs()).containsExactly(String.valueOf(annee), "2026", "2027");
    }

    @Test
    void unExportPlusAncienQueLeDernierEstRefuseLeMemeNon() {
        ReglesDEnTete apres = new ReglesDEnTete(Set.of("0330001X"), PRODUIT, MAINTENANT);
        assertThatCode(() -> apres.verifier(entete("0330001X", 2026, PRODUIT))).doesNotThrowAnyException();
        Remarque refus = refus(apres, entete("0330001X", 2026, PRODUIT.minusSeconds(1)));
        assertThat(refus.code()).isEqualTo(CodeRemarque.PLUS_ANCIEN);
        assertThat(refus.valeurs()).containsExactly("24/11/2026 18:32:04", "24/11/2026 18:32:05");
    }

    /** Appliqué, il ferait refuser tous les suivants. */
    @Test
    void unExportDuFuturEstRefuse() {
        assertThat(refus(regles, entete("0330001X", 2026, MAINTENANT.plusSeconds(90_000)))
                        .code())
                .isEqualTo(CodeRemarque.DU_FUTUR);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-31, 2025", "2026-08-01, 2026", "2026-12-31, 2026", "2027-01-01, 2026"})
    void uneAnneeScolaireCommenceEnAout(LocalDate jour, int annee) {
        assertThat(ReglesDEnTete.anneeScolaire(jour)).isEqualTo(annee);
    }
}
