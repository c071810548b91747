package fr.academie.teleservices.journal;

import java.time.Instant;

/**
 * Une ligne du journal, qui ne change plus.
 *
 * @param responsableId le compte que la ligne regarde
 * @param details objet JSON, sans mot de passe ni saisie libre
 */
public record LigneJournal(Instant le, ActionJournal action, long responsableId, Auteur auteur, String details) {}
