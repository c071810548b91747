package fr.academie.teleservices.socle.tache;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Les fils d'exécution du planificateur : démons, pour qu'un démarrage manqué ne retienne pas le serveur. */
final class Fils {

    private static final int PROGRAMMES = 2;

    private Fils() {}

    static ExecutorService un(String nom) {
        return Executors.newSingleThreadExecutor(nommes(nom));
    }

    static ExecutorService plusieurs(String nom, int combien) {
        return Executors.newFixedThreadPool(combien, nommes(nom));
    }

    static ScheduledExecutorService programmes(String nom) {
        return Executors.newScheduledThreadPool(PROGRAMMES, nommes(nom));
    }

    private static ThreadFactory nommes(String nom) {
        AtomicInteger rang = new AtomicInteger();
        return tache -> {
            Thread fil = new Thread(tache, nom + "-" + rang.incrementAndGet());
            fil.setDaemon(true);
            return fil;
        };
    }
}
