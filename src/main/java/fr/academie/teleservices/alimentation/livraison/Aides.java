package fr.academie.teleservices.alimentation.livraison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Des fils qui mènent des tranches à côté de celui qui applique une livraison. Ils ne naissent qu'avec la première tranche, s'arrêtent dès
 * qu'il n'y en a plus à prendre, et aucun ne travaille encore une fois {@link #close} rendu.
 */
final class Aides implements AutoCloseable {

    /** Un lot dure une fraction de seconde ; rejoué, devant une base qui ne répond plus, quelques dizaines. */
    private static final Duration ATTENTE = Duration.ofMinutes(2);

    private final int combien;
    private final Runnable geste;
    private final List<Future<?>> enCours = new ArrayList<>();
    private volatile boolean arret;
    private @Nullable ExecutorService fils;

    /** @param tranche mène un lot d'une tranche ; faux s'il n'y en a pas à prendre. Chaque fil demande le sien. */
    Aides(int combien, Supplier<BooleanSupplier> tranche) {
        this.combien = combien;
        this.geste = () -> {
            BooleanSupplier lots = tranche.get();
            boolean reste = true;
            while (!arret && reste) {
                reste = lots.getAsBoolean();
            }
        };
    }

    /** Il y a des tranches à mener : qui s'est arrêté reprend. L'échec de l'un est celui de tous. */
    void appeler() {
        for (Iterator<Future<?>> tous = enCours.iterator(); tous.hasNext(); ) {
            Future<?> un = tous.next();
            if (un.isDone()) {
                tous.remove();
                relever(un);
            }
        }
        ExecutorService executeur = fils;
        if (executeur == null) {
            executeur = Executors.newCachedThreadPool(travail -> {
                Thread fil = new Thread(travail, "livraison-tranche");
                fil.setDaemon(true);
                return fil;
            });
            fils = executeur;
        }
        while (enCours.size() < combien) {
            enCours.add(executeur.submit(geste));
        }
    }

    private static void relever(Future<?> fini) {
        try {
            fini.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrompu(e);
        }
    }

    private static IllegalStateException interrompu(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Arrêt demandé pendant une application ; ce qui est fait l'est.", e);
    }

    /** Attend la fin de leurs lots, et rend l'échec de l'un s'il y en a un. */
    @Override
    public void close() {
        arret = true;
        ExecutorService executeur = fils;
        if (executeur == null) {
            return;
        }
        executeur.shutdown();
        try {
            if (!executeur.awaitTermination(ATTENTE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Un lot d'une livraison ne finit pas.");
            }
        } catch (InterruptedException e) {
            throw interrompu(e);
        }
        enCours.forEach(Aides::relever);
    }
}
