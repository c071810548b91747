package fr.academie.teleservices.lignee;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Les comptes reliés à un compte ouvert par ce que des titulaires et des établissements ont fait.
 *
 * @param absorbes ceux que des regroupements ont menés à lui, à travers toute la chaîne
 * @param separes ceux qu'une rupture a séparés de lui, ou de ce qu'il a absorbé, et tout ce à quoi ils ont mené depuis
 */
public record Parente(Set<Long> absorbes, Set<Long> separes) {

    /** Celle d'un compte jamais regroupé ni cassé. */
    public static final Parente AUCUNE = new Parente(Set.of(), Set.of());

    public Parente {
        absorbes = Set.copyOf(absorbes);
        separes = Set.copyOf(separes);
    }

    /** Celle que disent ces lignes d'un même compte. */
    static Parente de(Iterable<LigneeMapper.Parent> lignes) {
        Set<Long> absorbes = new HashSet<>();
        Set<Long> separes = new HashSet<>();
        Consumer<LigneeMapper.Parent> ranger = ligne -> (ligne.parRupture() ? separes : absorbes).add(ligne.compteId());
        lignes.forEach(ranger);
        return new Parente(absorbes, separes);
    }
}
