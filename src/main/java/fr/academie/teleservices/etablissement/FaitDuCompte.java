package fr.academie.teleservices.etablissement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un fait de l'histoire d'un compte, qui touche un élève de l'agent ou le compte lui-même.
 *
 * @param quoi clé de message {@code bureau.fait.<quoi>}
 * @param precision identifiant d'un autre compte, motif d'un courrier… ; nulle s'il n'y en a pas
 * @param par identifiant de l'agent ; nul quand c'est le titulaire
 */
public record FaitDuCompte(
        Instant le,
        String quoi,
        @Nullable String precision,
        @Nullable String par) {

    /** Son instant, pour la page : {@code le} y est un opérateur. */
    public Instant instant() {
        return le;
    }
}
