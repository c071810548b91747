package fr.academie.teleservices.banc;

import java.util.Locale;

/** Le temps d'un WAR, de son ajout au serveur à sa première page : le premier de la machine virtuelle, puis un second. */
final class Demarrage {

    private static final String APPLICATION = "Application Téléservices";

    private long debut;
    private long fin;

    /** Suit les étapes que dit la démonstration : celle qui vient après l'application dit que l'application est là. */
    void noter(String etape) {
        if (etape.startsWith(APPLICATION)) {
            debut = System.nanoTime();
        } else if (debut != 0 && fin == 0) {
            fin = System.nanoTime();
        }
    }

    void dire(Runnable premierePage, Runnable unSecondWar) {
        double page = secondes(premierePage);
        System.out.printf(
                Locale.FRENCH,
                "%nDémarrage du WAR jusqu'à la première page : %.1f s, schéma créé compris (page : %.1f s) ; un second, schéma en"
                        + " place : %.1f s.%n",
                (fin - debut) / 1e9 + page,
                page,
                secondes(unSecondWar));
    }

    private static double secondes(Runnable geste) {
        long debut = System.nanoTime();
        geste.run();
        return (System.nanoTime() - debut) / 1e9;
    }
}
