package fr.academie.teleservices.scolarite;

/** Un compte et un élève : ce qu'un rattachement relie. */
public record Couple(long responsableId, long eleveId) {}
