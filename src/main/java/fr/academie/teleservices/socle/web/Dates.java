package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Les instants et les jours comme on les écrit, à l'heure de l'académie ; dans les pages : {@code #{dates.quand(instant)}}. */
@Named("dates")
@Singleton
public final class Dates {

    private final HeureDeLAcademie heure;

    @Inject
    public Dates(HeureDeLAcademie heure) {
        this.heure = heure;
    }

    /** « 3 octobre 2026 à 14 h 05 » ; vide si l'instant est nul. */
    public String quand(@Nullable Instant instant) {
        return instant == null ? "" : heure.jourEtHeure(instant);
    }

    /** « 03/10/2026 14:05:09 », pour un tableau ; vide si l'instant est nul. */
    public String court(@Nullable Instant instant) {
        return instant == null ? "" : heure.court(instant);
    }

    /** « 3 octobre 2026 » ; vide si l'instant est nul. */
    public String jour(@Nullable Instant instant) {
        return instant == null ? "" : heure.jour(instant);
    }

    /** « 3 octobre 2026 ». */
    public String leJour(LocalDate jour) {
        return heure.jour(jour);
    }

    /** « 03/10/2026 », pour un tableau. */
    public String leJourCourt(LocalDate jour) {
        return heure.jourCourt(jour);
    }
}
