package fr.academie.teleservices.socle.tache;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Le dernier passage d'une tâche régulière.
 *
 * @param resultat combien elle a fait ; nul si elle n'a pas abouti
 * @param erreur ce qui l'a empêchée d'aboutir, sans aucune donnée ; nul si elle a abouti
 */
public record Passage(
        String nom,
        Instant commenceLe,
        long dureeMs,
        @Nullable Integer resultat,
        @Nullable String erreur) {

    private static final int ERREUR_MAXIMALE = 200;

    static Passage reussi(String nom, Instant commenceLe, Duration duree, int resultat) {
        return new Passage(nom, commenceLe, duree.toMillis(), resultat, null);
    }

    /** Le message d'une exception peut porter une donnée de la base : seules les sortes d'erreur sont gardées, le reste est aux traces. */
    static Passage rate(String nom, Instant commenceLe, Duration duree, Throwable cause) {
        StringBuilder erreur = new StringBuilder(cause.getClass().getSimpleName());
        for (Throwable c = cause.getCause(); c != null; c = c.getCause()) {
            erreur.append(" < ").append(c.getClass().getSimpleName());
        }
        return new Passage(
                nom,
                commenceLe,
                duree.toMillis(),
                null,
                erreur.substring(0, Math.min(erreur.length(), ERREUR_MAXIMALE)));
    }

    /** Vrai si elle a abouti. */
    public boolean abouti() {
        return erreur == null;
    }
}
