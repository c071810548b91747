package fr.academie.teleservices.socle.securite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Un refus ne se rend qu'au bout d'un temps fixe, compté du début de ce qui le décide et plus long que tout ce qui peut le décider : sa
 * durée ne dit ni sa cause, ni ce qui a été trouvé puis écarté. Ce qui est admis n'attend pas.
 */
public final class TempsDUnRefus {

    /** Un lien reçu : une ou deux requêtes, moins d'une milliseconde d'ordinaire. */
    public static final TempsDUnRefus D_UN_LIEN = new TempsDUnRefus(Duration.ofMillis(20));

    private final Duration temps;
    private final Chronometre chronometre;

    public TempsDUnRefus(Duration temps) {
        this(temps, new Chronometre() {});
    }

    /** Sur un chronomètre qu'un essai conduit. */
    public TempsDUnRefus(Duration temps, Chronometre chronometre) {
        this.temps = temps;
        this.chronometre = chronometre;
    }

    /** Le temps qui passe pendant un refus. */
    public interface Chronometre {

        /** Comme {@link System#nanoTime()}. */
        default long maintenant() {
            return System.nanoTime();
        }

        /** Attend ce nombre de nanosecondes ; aussitôt s'il n'est pas positif. */
        default void attendre(long nanosecondes) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanosecondes);
        }
    }

    /** Ce qui admet, ou refuse par une exception déclarée. */
    @FunctionalInterface
    public interface Geste<T, E extends Exception> {
        T faire() throws E;
    }

    /** L'instant, à donner à {@link #attendre}, où commence ce qui va peut-être refuser. */
    public long depart() {
        return chronometre.maintenant();
    }

    /** Attend que le temps d'un refus soit passé depuis ce départ ; rend la main aussitôt s'il l'est, ou si le fil est interrompu. */
    public void attendre(long depart) {
        try {
            chronometre.attendre(temps.toNanos() - (chronometre.maintenant() - depart));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ce que rend {@code geste} ; son refus, une exception déclarée, est rendu au bout du temps d'un refus. Une panne, ou un service
     * saturé, n'en est pas un : elle sort aussitôt.
     */
    public <T, E extends Exception> T exiger(Geste<T, E> geste) throws E {
        long depart = depart();
        try {
            return geste.faire();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            attendre(depart);
            throw e;
        }
    }

    /** Ce que trouve {@code recherche} ; vide, au bout du temps d'un refus. */
    public <T> Optional<T> chercher(Supplier<Optional<T>> recherche) {
        long depart = depart();
        Optional<T> trouve = recherche.get();
        if (trouve.isEmpty()) {
            attendre(depart);
        }
        return trouve;
    }
}
