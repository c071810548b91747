package fr.academie.teleservices.compte;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ce que la base sait d'un compte et que les pages n'emploient pas d'ordinaire.
 *
 * @param civilite nulle si l'import ne l'a pas dite
 * @param mailConfirmeLe nul tant que l'adresse n'est pas confirmée
 * @param activeLe nul si le compte n'a jamais servi
 */
public record FicheCompte(
        Compte compte,
        @Nullable String civilite,
        @Nullable Instant mailConfirmeLe,
        Instant creeLe,
        @Nullable Instant activeLe) {}
