package fr.academie.teleservices.scolarite;

/**
 * Où des numéros ont un sens : deux sources, ou deux périmètres d'une source, peuvent donner le même à deux personnes.
 *
 * @param source {@code SIECLE} ou {@code AAF}
 * @param nom une UAI pour SIECLE, une académie et un degré pour l'annuaire
 */
public record Perimetre(String source, String nom) {}
