package fr.academie.teleservices.scolarite;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        @Nullable String site) {

    /** « Collège du Moulin, Talence, 05 56 00 00 00 » ; la commune et le téléphone manquent s'ils ne sont pas connus. */
    public String nomEtTelephone() {
        return Stream.of(nom, commune, telephone).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
