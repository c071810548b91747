package fr.academie.teleservices.banc;

import java.util.List;

/** De quoi comparer deux suites de mesures sans supposer leur loi. */
final class Statistiques {

    private Statistiques() {}

    /**
     * Deux suites comparées par leurs rangs.
     *
     * @param probabilite chance qu'une mesure de la première dépasse une de la seconde ; les égalités comptent pour moitié
     * @param z écart à 50 % en écarts-types, sous l'hypothèse que rien ne les distingue
     */
    record Rang(double probabilite, double z) {}

    /** Mann-Whitney, sans correction pour les égalités (des nanosecondes en ont peu). */
    static Rang comparer(List<Double> unes, List<Double> autres) {
        double u = 0;
        for (double une : unes) {
            for (double autre : autres) {
                u += une > autre ? 1 : une < autre ? 0 : 0.5;
            }
        }
        double n = unes.size();
        double m = autres.size();
        double ecart = Math.sqrt(n * m * (n + m + 1) / 12);
        return new Rang(u / (n * m), (u - n * m / 2) / ecart);
    }

    /** La mesure qui en laisse cette part au-dessous ; NaN sans mesure. */
    static double quantile(List<Double> valeurs, double part) {
        List<Double> triees = valeurs.stream().sorted().toList();
        return triees.isEmpty() ? Double.NaN : triees.get((int) Math.round(part * (triees.size() - 1)));
    }
}
