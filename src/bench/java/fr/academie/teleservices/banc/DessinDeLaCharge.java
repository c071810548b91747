package fr.academie.teleservices.banc;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** L'image d'une course : ce qui est offert et servi, le temps des réponses, les refus, palier après palier. */
final class DessinDeLaCharge {

    private static final int LARGEUR = 760;
    private static final int HAUTEUR = 200;
    private static final int MARGE = 60;
    private static final double PLUS_COURT = 0.01;

    private final List<Palier> paliers;
    private final StringBuilder svg = new StringBuilder();

    private DessinDeLaCharge(List<Palier> paliers) {
        this.paliers = paliers;
    }

    static String de(List<Palier> paliers) {
        return new DessinDeLaCharge(paliers).dessiner();
    }

    private String dessiner() {
        ajouter(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">",
                LARGEUR + 2 * MARGE, 3 * (HAUTEUR + MARGE) + MARGE);
        ajouter("<title id=\"t\">Charge de la rentrée, palier après palier</title>");
        ajouter(
                "<desc id=\"d\">En haut, visites par seconde offertes et servies ; au milieu, temps médian et 99e centile d’un geste ;"
                        + " en bas, part des gestes refusés poliment. Le dernier palier est la reprise.</desc>");
        ajouter("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        double plus = paliers.stream().mapToDouble(Palier::offertes).max().orElse(1);
        cadre(0, "visites par seconde", "0", String.format(Locale.FRENCH, "%.0f", plus));
        courbe(0, p -> p.offertes() / plus, "#666666", "offertes", 0);
        courbe(0, p -> p.servies() / plus, "#000091", "servies", 1);
        cadre(1, "temps d’un geste (échelle logarithmique)", "10 ms", "100 s");
        courbe(1, p -> logarithme(p.p50()), "#000091", "médiane", 0);
        courbe(1, p -> logarithme(p.p99()), "#b34000", "99e centile", 1);
        cadre(2, "gestes refusés poliment", "0", "100 %");
        courbe(2, Palier::refus, "#b34000", "refus", 0);
        for (int rang = 0; rang < paliers.size(); rang++) {
            ajouter(
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(rang),
                    haut(3) - MARGE / 2 + 10,
                    rang == paliers.size() - 1
                            ? "reprise"
                            : String.format(
                                    Locale.FRENCH, "%.1f/s", paliers.get(rang).offertes()));
        }
        return svg.append("</svg>\n").toString();
    }

    private void cadre(int rang, String titre, String bas, String haut) {
        ajouter("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", MARGE, haut(rang) - 10, titre);
        ajouter(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#929292\"/>",
                MARGE, haut(rang), LARGEUR, HAUTEUR);
        ajouter("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", MARGE - 6, haut(rang) + HAUTEUR, bas);
        ajouter("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", MARGE - 6, haut(rang) + 12, haut);
    }

    private void courbe(int rang, ToDoubleFunction<Palier> part, String couleur, String nom, int legende) {
        StringBuilder points = new StringBuilder();
        for (int palier = 0; palier < paliers.size(); palier++) {
            double y = haut(rang) + HAUTEUR * (1 - Math.max(0, Math.min(1, part.applyAsDouble(paliers.get(palier)))));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(palier), y));
            ajouter("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(palier), y, couleur);
        }
        ajouter("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, couleur);
        ajouter(
                "<text x=\"%d\" y=\"%d\" fill=\"%s\" text-anchor=\"end\">● %s</text>",
                MARGE + LARGEUR - legende * 110, haut(rang) - 10, couleur, nom);
    }

    private double x(int palier) {
        return MARGE + LARGEUR * (palier + 0.5) / paliers.size();
    }

    private static int haut(int rang) {
        return MARGE + rang * (HAUTEUR + MARGE);
    }

    /** De dix millisecondes à cent secondes, entre 0 et 1. */
    private static double logarithme(double secondes) {
        return Math.log10(Math.max(PLUS_COURT, secondes) / PLUS_COURT) / 4;
    }

    private void ajouter(String format, Object... valeurs) {
        svg.append(String.format(Locale.ROOT, format, valeurs)).append('\n');
    }
}
