package fr.academie.teleservices.scolarite;

/**
 * Le lien entre un compte responsable et un élève : une ligne de {@code rattachement}.
 *
 * @param reference ce par quoi les autres services connaissent l'élève
 */
public record Rattachement(long id, long responsableId, long eleveId, Qualite qualite, ReferenceEleve reference) {}
