package fr.academie.teleservices.lignee;

/**
 * Un élève tel qu'un compte l'a porté, un jour.
 *
 * @param compteId le compte, ouvert ou fermé depuis
 */
public record LienDOrigine(long compteId, long eleveId) {}
