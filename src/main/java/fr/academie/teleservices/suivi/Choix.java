package fr.academie.teleservices.suivi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ce que le suivi retient d'un établissement.
 *
 * @param maintenant l'instant auquel un mot de passe provisoire est périmé ou non
 * @param indicateur nul pour tous
 * @param classe nulle pour toutes ; vide pour les élèves sans classe
 * @param du premier instant ; nul pour remonter au début
 * @param au premier instant exclu ; nul pour aller jusqu'à la fin
 */
public record Choix(
        String uai,
        Instant maintenant,
        @Nullable Indicateur indicateur,
        @Nullable String classe,
        @Nullable Instant du,
        @Nullable Instant au) {}
