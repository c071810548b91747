package fr.academie.teleservices.agent;

import fr.academie.teleservices.journal.Auteur;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une ligne du journal du bureau, qui ne change plus.
 *
 * @param auteur l'agent
 * @param uai établissement pour lequel il agissait ; nul si l'acte n'en regarde aucun en particulier
 * @param responsableId responsable regardé ou touché ; nul si aucun
 * @param eleveId élève regardé ou touché ; nul si aucun
 * @param details objet JSON, sans mot de passe
 */
public record LigneBureau(
        Instant le,
        ActionBureau action,
        Auteur auteur,
        @Nullable String uai,
        @Nullable Long responsableId,
        @Nullable Long eleveId,
        String details) {}
