package fr.academie.teleservices.socle.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MesuresTest {

    @Test
    void releveChaqueChiffreAuMomentOuOnLeDemande() {
        AtomicLong attente = new AtomicLong(2);
        Mesures mesures = new Mesures(
                List.of(() -> List.of(new Mesure("b", attente::get)), () -> List.of(new Mesure("a", () -> 5))));
        assertThat(mesures.relever()).containsExactly(Map.entry("a", 5L), Map.entry("b", 2L));
        attente.set(9);
        assertThat(mesures.relever()).containsEntry("b", 9L);
    }

    @Test
    void refuseDeuxMesuresDuMemeNom() {
        Mesures mesures = new Mesures(List.of(() -> List.of(new Mesure("a", () -> 1), new Mesure("a", () -> 2))));
        assertThatThrownBy(mesures::relever).isInstanceOf(IllegalStateException.class);
    }
}
