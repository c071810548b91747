package fr.academie.teleservices.socle.texte;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * L'heure qu'il est dans l'académie : la base et le code ne connaissent que des instants, on les lit ici à l'heure de ses écoles
 * (réglage {@code fuseau} du profil). Un jour y commence à minuit là-bas, pas à Paris.
 */
@Singleton
public final class HeureDeLAcademie {

    private final ZoneId fuseau;
    private final Langues langues;

    @Inject
    public HeureDeLAcademie(ProfilAcademie profil, Langues langues) {
        this(profil.fuseau(), langues);
    }

    public HeureDeLAcademie(ZoneId fuseau, Langues langues) {
        this.fuseau = fuseau;
        this.langues = langues;
    }

    /** Le jour et l'heure : « 3 mars 2026 à 14 h 05 ». */
    public String jourEtHeure(Instant le) {
        return formes().jourEtHeure().format(le.atZone(fuseau));
    }

    /** L'heure seule : « 20 h 14 ». */
    public String heure(Instant le) {
        return formes().heure().format(le.atZone(fuseau));
    }

    /** Le jour seul : « 3 mars 2026 ». */
    public String jour(Instant le) {
        return jour(date(le));
    }

    /** Un jour du calendrier : « 3 mars 2026 ». */
    public String jour(LocalDate le) {
        return formes().jour().format(le);
    }

    /** Un jour du calendrier, pour un tableau : « 03/03/2026 ». */
    public String jourCourt(LocalDate le) {
        return formes().jourCourt().format(le);
    }

    /** Le jour et l'heure, pour un tableau : « 03/03/2026 14:05:09 ». */
    public String court(Instant le) {
        return formes().court().format(le.atZone(fuseau));
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

    private FormesDeDate formes() {
        return langues.catalogue(langues.courante()).dates();
    }
}
