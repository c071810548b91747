package fr.academie.teleservices.compte;

import org.jspecify.annotations.Nullable;

/**
 * La personne pour qui un établissement crée un compte.
 *
 * @param civilite {@code M.} ou {@code MME} ; nulle si elle n'est pas connue
 * @param mail adresse donnée par l'établissement, pas encore confirmée ; nulle si elle n'est pas connue
 */
public record NouveauCompte(
        @Nullable String civilite,
        Identite identite,
        @Nullable String mail,
        @Nullable String telephonePortable) {}
