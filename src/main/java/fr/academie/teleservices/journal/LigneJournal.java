package fr.academie.teleservices.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une ligne du journal, qui ne change plus.
 *
 * @param acteur identifiant de qui a agi
 * @param acteurProfil RESPONSABLE, ETABLISSEMENT, ASSISTANCE ou EXPLOITATION
 * @param adresse adresse IP d'où l'on a agi ; nulle pour une tâche du serveur
 * @param details objet JSON, sans mot de passe ni saisie libre
 */
public record LigneJournal(
        Instant le,
        ActionJournal action,
        long responsableId,
        String acteur,
        String acteurProfil,
        @Nullable String adresse,
        String details) {}
