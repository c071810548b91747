package fr.academie.teleservices.socle.mesure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Un chiffre que l'exploitation surveille, lu quand elle le demande ; jamais une donnée d'une personne.
 *
 * @param nom sa clé dans la réponse de {@code /sante} : ne change pas d'une version à l'autre, les courbes d'une académie la portent
 */
public record Mesure(String nom, LongSupplier lecture) {

    /** Le temps passé depuis cet instant, en secondes ; zéro s'il est nul ou à venir. */
    public static long secondesDepuis(@Nullable Instant instant, Clock horloge) {
        return instant == null
                ? 0
                : Math.max(0, Duration.between(instant, horloge.instant()).toSeconds());
    }
}
