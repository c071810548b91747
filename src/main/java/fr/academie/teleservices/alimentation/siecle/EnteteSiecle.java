package fr.academie.teleservices.alimentation.siecle;

import java.time.Instant;

/**
 * Ce qu'un export dit de lui-même, en tête ({@code PARAMETRES}).
 *
 * @param fichier son nom
 * @param uaj l'établissement, en capitales
 * @param annee celle où l'année scolaire commence
 * @param horodatage quand SIECLE l'a produit ; il l'écrit à l'heure de Paris, où que soit l'école
 */
public record EnteteSiecle(ExportSiecle export, String fichier, String uaj, int annee, Instant horodatage) {}
