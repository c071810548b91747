package fr.academie.teleservices.socle.persistance;

import java.util.List;

/**
 * Ce que rend une instruction qui fait plusieurs lectures d'un seul aller-retour : un bloc de {@code SELECT}, et autant de {@code resultMap},
 * dans le même ordre.
 *
 * @param listes les lignes de chaque lecture ; vide pour celle qui n'en a pas
 */
public record PlusieursLectures(List<List<Object>> listes) {

    /** Les lignes de cette lecture, la première étant la zéro. */
    public <T> List<T> lignes(int rang, Class<T> type) {
        return listes.get(rang).stream().map(type::cast).toList();
    }
}
