package fr.academie.teleservices.socle.tache;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Borne le temps d'un échange avec un autre service, quand celui-ci ne le borne pas de lui-même. */
public final class Delais implements AutoCloseable {

    /** Un appel sans fin garde son fil : autant d'appels perdus, et les suivants ne partent plus. */
    private static final int APPELS_PERDUS = 4;

    private final ExecutorService appels;
    private final ScheduledExecutorService minuterie;

    /** @param nom de qui l'on attend, pour reconnaître ses fils */
    public Delais(String nom) {
        appels = Fils.plusieurs("appels-" + nom, APPELS_PERDUS);
        minuterie = Fils.programmes("delais-" + nom);
    }

    /** Ce qui mettra fin à l'échange. */
    @FunctionalInterface
    public interface Terme {

        /** L'échange est fini de lui-même. */
        void annuler();
    }

    /** Met fin ainsi à un échange, au bout de ce délai. */
    public Terme finir(Duration delai, Runnable fin) {
        ScheduledFuture<?> terme = minuterie.schedule(fin, delai.toMillis(), TimeUnit.MILLISECONDS);
        return () -> terme.cancel(false);
    }

    /**
     * Un appel que rien ne sait interrompre.
     *
     * @throws ExecutionException avec son exception
     * @throws TimeoutException s'il n'a pas rendu à temps ; il finira seul
     */
    public <T> T auPlus(Duration delai, Callable<T> appel) throws ExecutionException, TimeoutException {
        Future<T> attendu = appels.submit(appel);
        try {
            return attendu.get(delai.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            attendu.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            attendu.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Arrêt demandé pendant un appel à un autre service.", e);
        }
    }

    @Override
    public void close() {
        appels.shutdownNow();
        minuterie.shutdownNow();
    }
}
