package fr.academie.teleservices.diffusion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un événement mis de côté.
 *
 * @param compte identifiant du compte ; nul pour un instantané
 * @param statut ce que l'abonné a répondu au dernier essai ; nul s'il n'a rien répondu
 * @param derriere combien d'événements du même compte l'attendent
 */
public record RemiseParquee(
        String abonne,
        Instant le,
        String type,
        @Nullable String compte,
        int essais,
        FauteDeRemise faute,
        @Nullable Integer statut,
        int derriere) {

    /** L'instant du changement, sous un nom qu'une page peut dire. */
    public Instant instant() {
        return le;
    }
}
