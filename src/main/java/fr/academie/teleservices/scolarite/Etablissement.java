package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Une école, un collège ou un lycée.
 *
 * @param uai 7 chiffres et une lettre ; la clé peut être fausse dans de vrais fichiers
 */
public record Etablissement(
        String uai,
        NatureEtablissement nature,
        String nom,
        @Nullable String commune,
        @Nullable String telephone,
        @Nullable String courriel,
        @Nullable String site) {}
