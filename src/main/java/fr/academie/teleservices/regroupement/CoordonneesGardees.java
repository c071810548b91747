package fr.academie.teleservices.regroupement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * De quels comptes viennent l'adresse mail et le portable que gardera celui qui reste.
 *
 * @param mail la demande du compte qui se ferme et dont l'adresse confirmée est gardée ; nulle pour celle du compte qui reste
 * @param portable de même, pour le portable confirmé
 */
public record CoordonneesGardees(
        @Nullable UUID mail, @Nullable UUID portable) {

    /** Celles du compte qui reste. */
    public static final CoordonneesGardees SIENNES = new CoordonneesGardees(null, null);
}
