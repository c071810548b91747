package fr.academie.teleservices.alimentation.livraison;

import java.time.Duration;

/**
 * La taille des lots : celle qui les mène vers le quart de seconde, bien en deçà de la demi-seconde que les parents peuvent attendre un
 * verrou. Une base lente, ou une machine occupée, les raccourcit ; pas au-dessous d'une taille où ce qu'un lot coûte de toute façon
 * l'emporterait sur ce qu'il fait.
 */
final class Rythme {

    private static final int MINIMUM = 50;
    private static final int MAXIMUM = 5000;
    private static final int DEPART = 200;
    private static final double CIBLE = Duration.ofMillis(250).toNanos();
    /** D'un lot au suivant, jamais plus du double ni moins de la moitié : une pause d'un instant n'est pas une mesure. */
    private static final double FACTEUR = 2;

    private int taille;

    Rythme() {
        this(DEPART);
    }

    Rythme(int taille) {
        this.taille = taille;
    }

    int taille() {
        return taille;
    }

    /** Un lot plein a pris ce temps : le suivant sera plus petit, ou plus grand. */
    void noter(long nanosecondes) {
        double facteur = Math.max(1 / FACTEUR, Math.min(FACTEUR, CIBLE / Math.max(1, nanosecondes)));
        taille = (int) Math.max(MINIMUM, Math.min(MAXIMUM, Math.round(taille * facteur)));
    }
}
