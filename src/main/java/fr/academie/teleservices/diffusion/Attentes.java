package fr.academie.teleservices.diffusion;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combien attendre après un envoi manqué : des paliers dits, les mêmes pour tous. */
final class Attentes {

    /** D'un événement que l'abonné refuse ; après le dernier, il est mis de côté. */
    private static final List<Duration> D_UN_EVENEMENT = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** D'un abonné chez qui rien ne passe ; le dernier se répète. */
    private static final List<Duration> D_UN_ABONNE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    /** Au neuvième essai manqué, l'événement est mis de côté. */
    static final int ESSAIS = D_UN_EVENEMENT.size() + 1;

    /** Ce qu'un abonné demande ne le fait pas oublier. */
    private static final Duration DEMANDE_MAXIMALE = Duration.ofHours(24);

    private Attentes() {}

    /**
     * Après cet essai manqué d'un événement.
     *
     * @param essais manqués en tout, de 1 à {@link #ESSAIS} – 1
     */
    static Duration apresLEssai(int essais) {
        return D_UN_EVENEMENT.get(essais - 1);
    }

    /**
     * Après cet échec d'un abonné.
     *
     * @param echecs d'affilée, au moins 1
     */
    static Duration apresLEchec(int echecs) {
        return D_UN_ABONNE.get(Math.min(echecs, D_UN_ABONNE.size()) - 1);
    }

    /**
     * Ce que demande {@code Retry-After} : des secondes, ou une date. Rien s'il n'est pas dit, illisible ou passé ; un jour au plus.
     * Source : RFC 9110 §10.2.3.
     */
    static Duration demandee(@Nullable String dite, Instant maintenant) {
        if (dite == null) {
            return Duration.ZERO;
        }
        Duration lue = lire(dite.strip(), maintenant);
        return lue.isNegative() ? Duration.ZERO : lue.compareTo(DEMANDE_MAXIMALE) > 0 ? DEMANDE_MAXIMALE : lue;
    }

    private static Duration lire(String dite, Instant maintenant) {
        if (dite.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(dite));
        }
        try {
            return Duration.between(
                    maintenant,
                    ZonedDateTime.parse(dite, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    static Duration laPlusLongue(Duration une, Duration autre) {
        return une.compareTo(autre) >= 0 ? une : autre;
    }
}
