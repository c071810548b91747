package fr.academie.teleservices.banc;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Durées de plusieurs cas d'un même geste, mesurées dans une même course à l'ordre tiré au sort, et comparées au premier. */
final class Durees {

    private static final int CHAUFFE = 20;
    private static final SecureRandom HASARD = new SecureRandom();

    private Durees() {}

    /** Un cas du geste et la façon de le faire une fois. */
    record Cas(String nom, Runnable geste) {}

    /** Mesure et affiche ; {@code avantChaqueManche} n'est pas mesuré. */
    static void comparer(String titre, int manches, List<Cas> cas, Runnable avantChaqueManche) {
        Map<Cas, List<Double>> durees = new LinkedHashMap<>();
        cas.forEach(c -> durees.put(c, new ArrayList<>()));
        for (int manche = -CHAUFFE; manche < manches; manche++) {
            avantChaqueManche.run();
            List<Cas> ordre = new ArrayList<>(cas);
            Collections.shuffle(ordre, HASARD);
            for (Cas ce : ordre) {
                long debut = System.nanoTime();
                ce.geste().run();
                double microsecondes = (System.nanoTime() - debut) / 1e3;
                if (manche >= 0) {
                    durees.getOrDefault(ce, new ArrayList<>()).add(microsecondes);
                }
            }
        }
        afficher(titre, durees);
    }

    private static void afficher(String titre, Map<Cas, List<Double>> durees) {
        List<Double> premier = durees.values().iterator().next();
        System.out.printf(
                Locale.FRENCH,
                "%n%s%n%-32s %34s %20s %22s%n",
                titre,
                "",
                "µs, médiane [q1–q3]",
                "rapport au premier",
                "P(plus long)      z");
        durees.forEach((cas, siennes) -> {
            Statistiques.Rang rang = Statistiques.comparer(siennes, premier);
            System.out.printf(
                    Locale.FRENCH,
                    "%-32s %12.1f [%9.1f–%9.1f] %17.3f %14.1f %% %8.2f%n",
                    cas.nom(),
                    Statistiques.quantile(siennes, 0.5),
                    Statistiques.quantile(siennes, 0.25),
                    Statistiques.quantile(siennes, 0.75),
                    Statistiques.quantile(siennes, 0.5) / Statistiques.quantile(premier, 0.5),
                    100 * rang.probabilite(),
                    rang.z());
        });
    }
}
