package fr.academie.teleservices.regroupement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * La preuve de l'étape 1, gardée au serveur : qui a prouvé quel compte, dans quelle session, jusqu'à quand.
 *
 * @param faitLe instant du regroupement que cette demande a produit ; nul si elle n'a pas servi
 */
record DemandeDeRegroupement(
        UUID jeton,
        long principalId,
        long secondaireId,
        long sessionId,
        Instant expireLe,
        @Nullable Instant faitLe) {}
