package fr.academie.teleservices.compte;

import org.jspecify.annotations.Nullable;

/**
 * Ce que le titulaire d'un compte a confirmé.
 *
 * @param mail l'adresse mail du compte ; nulle s'il n'en a pas, ou ne l'a pas confirmée
 * @param portable de même, son portable
 */
public record CoordonneesDuCompte(
        long compteId, @Nullable String mail, @Nullable String portable) {}
