package fr.academie.teleservices.scolarite;

/**
 * Le numéro qu'une source donne à une personne ou à un élève.
 *
 * @param source SIECLE ou AAF
 * @param perimetre là où il a un sens : une UAI pour SIECLE, une académie et un degré pour l'annuaire
 */
public record NumeroDeSource(String source, String perimetre, String numero) {}
