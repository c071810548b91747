package fr.academie.teleservices.alimentation.livraison;

import java.time.Duration;

/** La taille des lots : celle qui les tient bien en deçà de la demi-seconde que les parents peuvent attendre un verrou. */
final class Rythme {

    private static final int MINIMUM = 10;
    private static final int MAXIMUM = 5000;
    private static final int DEPART = 100;
    private static final long LONG = Duration.ofMillis(250).toNanos();
    private static final long COURT = Duration.ofMillis(100).toNanos();

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

    /** Un lot a pris ce temps : le suivant sera plus petit, ou plus grand. */
    void noter(long nanosecondes) {
        if (nanosecondes > LONG) {
            taille = Math.max(MINIMUM, taille / 2);
        } else if (nanosecondes < COURT) {
            taille = Math.min(MAXIMUM, taille + taille / 2 + 1);
        }
    }
}
