package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RythmeTest {

    private static void noter(Rythme rythme, int millisecondes) {
        rythme.noter(Duration.ofMillis(millisecondes).toNanos());
    }

    @Test
    void unLotVaVersLeQuartDeSeconde() {
        Rythme rythme = new Rythme(400);
        noter(rythme, 250);
        assertThat(rythme.taille()).isEqualTo(400);
        noter(rythme, 200);
        assertThat(rythme.taille()).isEqualTo(500);
        noter(rythme, 400);
        assertThat(rythme.taille()).isBetween(300, 320);
    }

    @Test
    void unArretDUnInstantNeLeFaitPasTomberDUnCoup() {
        Rythme rythme = new Rythme(400);
        noter(rythme, 10_000);
        assertThat(rythme.taille()).isEqualTo(200);
    }

    @Test
    void uneMachineLenteNeLEnfermePasDansDesLotsDeRien() {
        Rythme rythme = new Rythme();
        for (int i = 0; i < 20; i++) {
            noter(rythme, 900);
        }
        assertThat(rythme.taille()).isEqualTo(50);
        for (int i = 0; i < 20; i++) {
            noter(rythme, 20);
        }
        assertThat(rythme.taille()).as("il regrandit dès qu'elle va mieux").isEqualTo(5000);
    }

    @Test
    void unLotQuiNAPrisAucunTempsGranditDuDouble() {
        Rythme rythme = new Rythme(100);
        rythme.noter(0);
        assertThat(rythme.taille()).isEqualTo(200);
    }
}
