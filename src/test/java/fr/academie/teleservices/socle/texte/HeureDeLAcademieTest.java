package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.ProfilAcademie.Habillage;
import fr.academie.teleservices.socle.web.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Un même instant, lu à l'heure de chaque académie. */
class HeureDeLAcademieTest {

    private static final String INSECABLE = "\u00a0";

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 3 octobre 2026 à 14 h 05, 03/10/2026 14:05:09",
        "Indian/Reunion, 3 octobre 2026 à 16 h 05, 03/10/2026 16:05:09",
        "Indian/Mayotte, 3 octobre 2026 à 15 h 05, 03/10/2026 15:05:09",
        "America/Cayenne, 3 octobre 2026 à 09 h 05, 03/10/2026 09:05:09",
        "Pacific/Tahiti, 3 octobre 2026 à 02 h 05, 03/10/2026 02:05:09"
    })
    void chaqueAcademieLitSonHeure(String fuseau, String enClair, String court) {
        Instant le = Instant.parse("2026-10-03T12:05:09Z");
        HeureDeLAcademie heure = heure(fuseau);

        assertThat(heure.jourEtHeure(le).replace(INSECABLE, " ")).isEqualTo(enClair);
        assertThat(heure.court(le)).isEqualTo(court);
    }

    @Test
    void enHiverParisEtLaReunionOntTroisHeuresDEcart() {
        Instant le = Instant.parse("2026-12-03T13:05:00Z");

        assertThat(heure("Europe/Paris").jourEtHeure(le).replace(INSECABLE, " "))
                .isEqualTo("3 décembre 2026 à 14 h 05");
        assertThat(heure("Indian/Reunion").jourEtHeure(le).replace(INSECABLE, " "))
                .isEqualTo("3 décembre 2026 à 17 h 05");
    }

    @Test
    void leJourChangeAMinuitDansLAcademie() {
        Instant le = Instant.parse("2026-12-31T21:30:00Z");

        assertThat(heure("Europe/Paris").jour(le)).isEqualTo("31 décembre 2026");
        assertThat(heure("Indian/Reunion").jour(le)).isEqualTo("1 janvier 2027");
        assertThat(heure("Indian/Reunion").date(le)).isEqualTo("2027-01-01");
        assertThat(heure("Indian/Reunion").debut(LocalDate.of(2027, 1, 1))).isEqualTo("2026-12-31T20:00:00Z");
        assertThat(heure("Pacific/Tahiti").fin(LocalDate.of(2026, 12, 31))).isEqualTo("2027-01-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25, 25", "2027-03-28, 23", "2026-10-26, 24"})
    void unJourDeChangementDHeureGardeToutesSesHeures(LocalDate jour, int heures) {
        HeureDeLAcademie paris = heure("Europe/Paris");

        assertThat(Duration.between(paris.debut(jour), paris.fin(jour))).isEqualTo(Duration.ofHours(heures));
    }

    @Test
    void unePageNEcritRienPourUnInstantInconnu() {
        Dates dates = new Dates(heure("Europe/Paris"));

        assertThat(dates.quand(null)).isEmpty();
        assertThat(dates.court(null)).isEmpty();
        assertThat(dates.jour(null)).isEmpty();
    }

    private static HeureDeLAcademie heure(String fuseau) {
        return new HeureDeLAcademie(
                ZoneId.of(fuseau),
                new Langues(List.of(), List.of(Habillage.SCOLARITE_SERVICES.nom()), ZoneId.of(fuseau)));
    }
}
