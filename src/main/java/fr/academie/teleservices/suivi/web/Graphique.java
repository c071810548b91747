package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.Periode;
import fr.academie.teleservices.suivi.Tableau;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Les barres d'un indicateur dans le temps, dans un dessin de {@value #LARGEUR} sur {@value #HAUTEUR} unités.
 *
 * @param maximum le plus grand nombre de cet indicateur en une période
 * @param echelle le nombre en haut de l'axe, le même pour tous les dessins d'une page ; sa moitié est au milieu
 */
public record Graphique(Indicateur indicateur, long total, long maximum, long echelle, List<Barre> barres) {

    static final int LARGEUR = 360;
    static final int HAUTEUR = 110;
    private static final double PLEIN = 0.7;

    /** Une barre, et la période qu'elle montre. */
    public record Barre(String x, String y, String largeur, String hauteur, Periode periode, long nombre) {}

    /** Le nombre au milieu de l'axe. */
    public long moitie() {
        return echelle / 2;
    }

    /** Le premier nombre rond et pair (2, 4, 10, 20, 40, 100…) où tient le plus grand ; 2 au moins. */
    static long echelle(long maximum) {
        long decade = 1;
        while (true) {
            for (long pas : new long[] {2, 4, 10}) {
                if (pas * decade >= maximum) {
                    return pas * decade;
                }
            }
            decade *= 10;
        }
    }

    static Graphique dessiner(Indicateur indicateur, Tableau<Periode> temps, long echelle) {
        double place = (double) LARGEUR / temps.lignes().size();
        List<Barre> barres = new ArrayList<>();
        for (int i = 0; i < temps.lignes().size(); i++) {
            var ligne = temps.lignes().get(i);
            long nombre = ligne.nombre(indicateur);
            double hauteur = (double) HAUTEUR * nombre / echelle;
            barres.add(new Barre(
                    unites(place * (i + (1 - PLEIN) / 2)),
                    unites(HAUTEUR - hauteur),
                    unites(place * PLEIN),
                    unites(hauteur),
                    ligne.quoi(),
                    nombre));
        }
        return new Graphique(indicateur, temps.total().nombre(indicateur), temps.maximum(indicateur), echelle, barres);
    }

    private static String unites(double valeur) {
        return String.format(Locale.ROOT, "%.1f", valeur);
    }
}
