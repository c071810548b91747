package fr.academie.teleservices.assistance;

import java.time.Instant;

/**
 * Un compte qu'un établissement a fait en cassant un regroupement.
 *
 * @param source le compte que des élèves ont quitté
 * @param nouveau le compte qu'ils ont rejoint
 * @param faitPar identifiant de l'agent
 */
public record RuptureLue(long id, CompteNomme source, CompteNomme nouveau, Instant faitLe, String faitPar) {}
