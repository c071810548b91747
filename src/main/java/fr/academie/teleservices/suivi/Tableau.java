package fr.academie.teleservices.suivi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Des nombres rangés : une ligne par classe ou par période, une colonne par indicateur.
 *
 * @param <T> ce qu'une ligne décrit
 * @param total tous les faits, chacun compté une fois
 */
public record Tableau<T>(List<Ligne<T>> lignes, Ligne<String> total) {

    /** Les nombres d'une classe ou d'une période ; un indicateur absent vaut zéro. */
    public record Ligne<T>(T quoi, Map<Indicateur, Long> nombres) {

        public long nombre(Indicateur indicateur) {
            return nombres.getOrDefault(indicateur, 0L);
        }
    }

    /** Le plus grand nombre d'un indicateur sur une ligne. */
    public long maximum(Indicateur indicateur) {
        return lignes.stream()
                .mapToLong(ligne -> ligne.nombre(indicateur))
                .max()
                .orElse(0);
    }

    /** Vrai si tout vaut zéro. */
    public boolean estNul() {
        return Stream.of(Indicateur.values()).allMatch(i -> total.nombre(i) == 0);
    }
}
