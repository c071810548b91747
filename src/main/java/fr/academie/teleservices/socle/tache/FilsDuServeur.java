package fr.academie.teleservices.socle.tache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ce qu'un serveur regarde pour lui-même, base absente comprise : rien ne s'y dépose, rien n'en survit à son arrêt, chaque serveur le fait. Tout
 * autre travail de fond va au {@link Planificateur}.
 */
public final class FilsDuServeur {

    private static final Logger LOG = LoggerFactory.getLogger(FilsDuServeur.class);

    private final ScheduledExecutorService fils;

    public FilsDuServeur(String nom) {
        fils = Fils.programmes(nom);
    }

    /** Regarde maintenant, puis encore tant de temps après la fin de chaque regard ; ce qu'il lève s'écrit dans les traces. */
    public void chaque(Duration cadence, Runnable regard) {
        Future<?> unused = fils.scheduleWithFixedDelay(
                () -> {
                    try {
                        regard.run();
                    } catch (RuntimeException e) {
                        LOG.error("Un regard de ce serveur sur lui-même a échoué.", e);
                    }
                },
                0,
                cadence.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Le résultat de cette lecture ; vide si elle échoue, ou n'a pas fini à temps : elle est alors interrompue. */
    public <T> Optional<T> auPlus(Duration delai, Callable<T> lecture) {
        Future<T> future = fils.submit(lecture);
        try {
            return Optional.of(future.get(delai.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Lecture sans réponse.", e);
            future.cancel(true);
            return Optional.empty();
        }
    }

    /** Interrompt ce qui court ; sans effet la seconde fois. */
    public void arreter() {
        fils.shutdownNow();
    }
}
