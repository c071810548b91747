package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Un établissement tel que l'annuaire le dit.
 *
 * @param numero celui par lequel ses élèves le citent
 * @param uai sa clé n'est pas vérifiée
 * @param commune nulle si elle n'est pas dite
 */
public record EtablissementDeSource(
        String numero, String uai, String nom, @Nullable String commune, NatureEtablissement nature) {}
