package fr.academie.teleservices.banc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Des mesures nommées, une par manche, dites ensemble à la fin : médiane et quartiles. */
final class Mesures {

    private final Map<String, List<Double>> parNom = new LinkedHashMap<>();

    void noter(String nom, double mesure) {
        parNom.computeIfAbsent(nom, n -> new ArrayList<>()).add(mesure);
    }

    void dire() {
        parNom.forEach((nom, siennes) -> System.out.printf(
                Locale.FRENCH,
                "%-68s %10.3f [%.3f–%.3f]%n",
                nom,
                Statistiques.quantile(siennes, 0.5),
                Statistiques.quantile(siennes, 0.25),
                Statistiques.quantile(siennes, 0.75)));
    }
}
