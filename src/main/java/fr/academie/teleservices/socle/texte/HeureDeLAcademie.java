package fr.academie.teleservices.socle.texte;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * L'heure qu'il est dans l'académie : la base et le code ne connaissent que des instants, on les lit ici à l'heure de ses écoles
 * (réglage {@code fuseau} du profil). Un jour y commence à minuit là-bas, pas à Paris.
 */
@Singleton
public final class HeureDeLAcademie {

    private static final Locale LANGUE = Locale.FRENCH;

    private final ZoneId fuseau;
    private final DateTimeFormatter jour = forme("d MMMM yyyy");
    private final DateTimeFormatter jourEtHeure = forme("d MMMM yyyy 'à' HH'\u00a0h\u00a0'mm");
    private final DateTimeFormatter jourCourt = forme("dd/MM/yyyy");
    private final DateTimeFormatter court = forme("dd/MM/yyyy HH:mm:ss");

    @Inject
    public HeureDeLAcademie(ProfilAcademie profil) {
        this(profil.fuseau());
    }

    public HeureDeLAcademie(ZoneId fuseau) {
        this.fuseau = fuseau;
    }

    /** Le jour et l'heure : « 3 mars 2026 à 14 h 05 ». */
    public String jourEtHeure(Instant le) {
        return jourEtHeure.format(le.atZone(fuseau));
    }

    /** Le jour seul : « 3 mars 2026 ». */
    public String jour(Instant le) {
        return jour(date(le));
    }

    /** Un jour du calendrier : « 3 mars 2026 ». */
    public String jour(LocalDate le) {
        return jour.format(le);
    }

    /** Un jour du calendrier, pour un tableau : « 03/03/2026 ». */
    public String jourCourt(LocalDate le) {
        return jourCourt.format(le);
    }

    /** Le jour et l'heure, pour un tableau : « 03/03/2026 14:05:09 ». */
    public String court(Instant le) {
        return court.format(le.atZone(fuseau));
    }

    /** Le jour qu'il est dans l'académie à cet instant. */
    public LocalDate date(Instant le) {
        return LocalDate.ofInstant(le, fuseau);
    }

    /** Le premier instant de ce jour. */
    public Instant debut(LocalDate le) {
        return le.atStartOfDay(fuseau).toInstant();
    }

    /** Le premier instant du lendemain. */
    public Instant fin(LocalDate le) {
        return debut(le.plusDays(1));
    }

    private static DateTimeFormatter forme(String motif) {
        return DateTimeFormatter.ofPattern(motif, LANGUE);
    }
}
