package fr.academie.teleservices.acces;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Une porte fermée pour un temps, telle qu'on la dit : pourquoi, et à quelle heure réessayer.
 *
 * @param reprise la minute ronde à partir de laquelle la porte est rouverte
 * @param minutes minutes à attendre, une au moins
 */
public record Attente(Motif motif, Instant reprise, int minutes) implements Serializable {

    /** Ce qui a fermé la porte ; chacun a sa phrase, {@code garde.attente.<MOTIF>}. */
    public enum Motif {
        /** Cette personne a manqué trop d'essais. */
        ESSAIS,
        /** Cette personne a fait trop de demandes. */
        DEMANDES,
        /** Trop de demandes arrivent de partout, ou de cette adresse. */
        AFFLUENCE
    }

    static Attente jusqua(Motif motif, Instant reouverture, Instant maintenant) {
        Instant minute = reouverture.truncatedTo(ChronoUnit.MINUTES);
        Instant reprise = minute.isBefore(reouverture) ? minute.plus(1, ChronoUnit.MINUTES) : minute;
        long secondes = Duration.between(maintenant, reprise).toSeconds();
        return new Attente(motif, reprise, (int) Math.max(1, (secondes + 59) / 60));
    }
}
