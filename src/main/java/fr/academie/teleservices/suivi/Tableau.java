package fr.academie.teleservices.suivi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

        /** Pour cent comptes créés, combien sont activés, arrondi par défaut : 100 veut dire tous. Nul s'il n'y a aucun compte. */
        public @Nullable Integer taux() {
            long crees = nombre(Indicateur.COMPTES);
            return crees == 0 ? null : (int) (100 * nombre(Indicateur.ACTIVES) / crees);
        }
    }

    /** Le plus grand nombre d'un indicateur sur une ligne. */
    public long maximum(Indicateur indicateur) {
        return lignes.stream()
                .mapToLong(ligne -> ligne.nombre(indicateur))
                .max()
                .orElse(0);
    }

    /** Le plus grand nombre du tableau, tous indicateurs ensemble. */
    public long maximum() {
        return Stream.of(Indicateur.values()).mapToLong(this::maximum).max().orElse(0);
    }

    /** Le même tableau, ses lignes dans cet ordre ; des lignes égales gardent le leur. */
    public Tableau<T> trie(Comparator<Ligne<T>> ordre) {
        return new Tableau<>(lignes.stream().sorted(ordre).toList(), total);
    }

    /** Vrai si tout vaut zéro. */
    public boolean estNul() {
        return Stream.of(Indicateur.values()).allMatch(i -> total.nombre(i) == 0);
    }
}
