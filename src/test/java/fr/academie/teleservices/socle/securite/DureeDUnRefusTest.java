package fr.academie.teleservices.socle.securite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.socle.securite.TempsDUnRefus.Chronometre;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sur un chronomètre que l'essai conduit : un refus finit toujours au même instant, ce qui est admis n'attend pas. */
class DureeDUnRefusTest {

    private static final Duration REFUS = Duration.ofMillis(20);

    private final Chrono chrono = new Chrono();
    private final TempsDUnRefus temps = new TempsDUnRefus(REFUS, chrono);

    private static final class Chrono implements Chronometre {
        private Duration maintenant = Duration.ofMinutes(1);

        @Override
        public long maintenant() {
            return maintenant.toNanos();
        }

        @Override
        public void attendre(long nanosecondes) {
            travailler(Duration.ofNanos(Math.max(0, nanosecondes)));
        }

        private void travailler(Duration duree) {
            maintenant = maintenant.plus(duree);
        }
    }

    @Test
    void unRefusFinitAuMemeInstantQuelQueSoitSonTravail() {
        for (Duration travail : new Duration[] {Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(19)}) {
            assertThat(duree(() -> temps.chercher(() -> {
                        chrono.travailler(travail);
                        return Optional.empty();
                    })))
                    .isEqualTo(REFUS);
            assertThat(duree(() -> assertThatThrownBy(() -> temps.exiger(() -> {
                                chrono.travailler(travail);
                                throw new IOException("refusé");
                            }))
                            .isInstanceOf(IOException.class)))
                    .isEqualTo(REFUS);
        }
    }

    @Test
    void unTravailPlusLongQueLeTempsNAttendPasDavantage() {
        Duration travail = Duration.ofMillis(45);
        assertThat(duree(() -> temps.chercher(() -> {
                    chrono.travailler(travail);
                    return Optional.empty();
                })))
                .isEqualTo(travail);
    }

    @Test
    void ceQuiEstAdmisEtUnePanneNAttendentPas() {
        assertThat(duree(() ->
                        assertThat(temps.chercher(() -> Optional.of("trouvé"))).contains("trouvé")))
                .isZero();
        assertThat(duree(() -> assertThatThrownBy(() -> temps.exiger(() -> {
                            throw new IllegalStateException("panne");
                        }))
                        .isInstanceOf(IllegalStateException.class)))
                .isZero();
    }

    private Duration duree(Runnable geste) {
        Duration debut = chrono.maintenant;
        geste.run();
        return chrono.maintenant.minus(debut);
    }
}
