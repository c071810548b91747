package fr.academie.teleservices.scolarite;

/** Le lien entre un compte responsable et un élève : une ligne de {@code rattachement}. */
public record Rattachement(long id, long responsableId, long eleveId, Qualite qualite) {}
