package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Attend ce qu'un autre fil fait. */
public final class Attente {

    private static final Duration MAXIMUM = Duration.ofSeconds(30);
    private static final Duration PAS = Duration.ofMillis(5);

    private Attente() {}

    /** Rend la main quand {@code condition} est vraie ; échoue au bout de 30 secondes. */
    public static void que(BooleanSupplier condition) {
        long fin = System.nanoTime() + MAXIMUM.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("fait en 30 secondes").isLessThan(fin);
            LockSupport.parkNanos(PAS.toNanos());
        }
    }
}
