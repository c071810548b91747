package fr.academie.teleservices.essais;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Combien la suite de chaque jour mène de ce que la suite longue mène en entier ({@code courses.manches}). L'essai qui s'en sert porte
 * {@code @Tag("courses")} : sans lui, la suite longue ne le mènerait pas.
 */
public final class Manches {

    private static final int DE_LA_SUITE_LONGUE = 100;
    private static final boolean TOUTES =
            Integer.getInteger("courses.manches", DE_LA_SUITE_LONGUE) >= DE_LA_SUITE_LONGUE;
    private static final int UNE_SUR = 3;

    private Manches() {}

    /** Toutes, dans l'ordre, dans la suite longue ; chaque jour, la première, la dernière, et une sur trois entre elles. */
    public static <T> List<T> parmi(List<T> toutes) {
        return IntStream.range(0, toutes.size())
                .filter(rang -> TOUTES || rang % UNE_SUR == 0 || rang == toutes.size() - 1)
                .mapToObj(toutes::get)
                .toList();
    }

    /** De même, des nombres de l'un à l'autre, compris. */
    public static List<Integer> parmi(int premier, int dernier) {
        return parmi(IntStream.rangeClosed(premier, dernier).boxed().toList());
    }
}
