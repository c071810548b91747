package fr.academie.teleservices.opposition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ce que ferait une opposition à cet instant.
 *
 * @param valeurs ce que nomment les phrases {@code opposition.texte.<acte>} et {@code opposition.suite.<acte>} : l'identifiant du compte
 *     d'abord
 * @param enPartie vrai si tout ne peut plus se défaire ; {@code opposition.partie.<acte>} le dit
 * @param refus pourquoi plus rien ne peut se défaire ; nul si l'on peut s'opposer
 */
public record Prevision(
        List<String> valeurs, boolean enPartie, @Nullable RefusOpposition refus) {

    public Prevision {
        valeurs = List.copyOf(valeurs);
    }

    /** Tout se défait. */
    public static Prevision entiere(String... valeurs) {
        return new Prevision(List.of(valeurs), false, null);
    }

    /** Ce qui est sûr se défait ; le reste est à voir avec l'établissement. */
    public static Prevision enPartie(String... valeurs) {
        return new Prevision(List.of(valeurs), true, null);
    }

    /** Rien ne se défait plus d'ici. */
    public static Prevision refusee(RefusOpposition refus, String... valeurs) {
        return new Prevision(List.of(valeurs), false, refus);
    }
}
