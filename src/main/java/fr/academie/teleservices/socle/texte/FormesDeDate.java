package fr.academie.teleservices.socle.texte;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Comment un jour et un instant s'écrivent dans une langue : les motifs ({@link DateTimeFormatter}) sont parmi ses mots, clés
 * {@code date.*}.
 */
record FormesDeDate(
        DateTimeFormatter jour,
        DateTimeFormatter jourEtHeure,
        DateTimeFormatter jourCourt,
        DateTimeFormatter court,
        DateTimeFormatter heure) {

    static FormesDeDate lire(UnaryOperator<String> mots, Locale locale) {
        return new FormesDeDate(
                DateTimeFormatter.ofPattern(mots.apply("date.jour"), locale),
                DateTimeFormatter.ofPattern(mots.apply("date.jourEtHeure"), locale),
                DateTimeFormatter.ofPattern(mots.apply("date.jourCourt"), locale),
                DateTimeFormatter.ofPattern(mots.apply("date.court"), locale),
                DateTimeFormatter.ofPattern(mots.apply("date.heure"), locale));
    }
}
