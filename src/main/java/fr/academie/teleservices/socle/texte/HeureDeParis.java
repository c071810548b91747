package fr.academie.teleservices.socle.texte;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Les instants comme on les lit en France, à l'heure de Paris. */
public final class HeureDeParis {

    /** Le fuseau des écoles : un jour y commence à minuit à Paris. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter JOUR = forme("d MMMM yyyy");
    private static final DateTimeFormatter INSTANT = forme("d MMMM yyyy 'à' HH'\u00a0h\u00a0'mm");

    private HeureDeParis() {}

    /** Le jour et l'heure : « 3 mars 2026 à 14 h 05 ». */
    public static String jourEtHeure(Instant le) {
        return INSTANT.format(le);
    }

    /** Le jour seul : « 3 mars 2026 ». */
    public static String jour(Instant le) {
        return JOUR.format(le);
    }

    private static DateTimeFormatter forme(String motif) {
        return DateTimeFormatter.ofPattern(motif, Locale.FRENCH).withZone(PARIS);
    }
}
