package fr.academie.teleservices.demonstration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ce qu'il faut arrêter, dans l'ordre inverse des démarrages, une fois, que l'arrêt vienne du programme ou du système.
 *
 * <p>Un seul crochet d'arrêt pour tout : la machine virtuelle lance les siens de front, et la base partirait avant
 * l'application.
 */
final class Arrets implements AutoCloseable {

    private static final Logger JOURNAL = Logger.getLogger(Arrets.class.getName());

    private final Deque<AutoCloseable> pieces = new ArrayDeque<>();
    private final Thread crochet = new Thread(this::close, "arret-demonstration");
    private boolean fini;

    Arrets() {
        Runtime.getRuntime().addShutdownHook(crochet);
    }

    /** Retient une pièce ; si l'arrêt est déjà demandé, elle est arrêtée sur-le-champ. */
    <T extends AutoCloseable> T ajouter(T piece) {
        synchronized (pieces) {
            if (!fini) {
                pieces.push(piece);
                return piece;
            }
        }
        arreter(piece);
        throw new DemarrageImpossible("L'arrêt a été demandé pendant le démarrage.");
    }

    /** Arrête tout ; qui appelle pendant un arrêt attend qu'il soit fini. */
    @Override
    public synchronized void close() {
        synchronized (pieces) {
            fini = true;
        }
        retirerLeCrochet();
        while (!pieces.isEmpty()) {
            arreter(pieces.pop());
        }
    }

    private void retirerLeCrochet() {
        if (Thread.currentThread() != crochet) {
            try {
                Runtime.getRuntime().removeShutdownHook(crochet);
            } catch (IllegalStateException arretEnCours) {
                JOURNAL.fine("La machine virtuelle s'arrête déjà.");
            }
        }
    }

    private static void arreter(AutoCloseable piece) {
        try {
            piece.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            JOURNAL.log(Level.WARNING, "Arrêt incomplet de " + piece.getClass().getSimpleName(), e);
        }
    }
}
