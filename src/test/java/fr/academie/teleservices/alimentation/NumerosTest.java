package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumerosTest {

    @Test
    void unNumeroDejaVuSeReconnait() {
        Numeros numeros = new Numeros();
        assertThat(numeros.ajouter("410001")).isTrue();
        assertThat(numeros.ajouter("410001")).isFalse();
        assertThat(numeros.ajouter("0410001")).isTrue();
        assertThat(numeros.ajouter("A-12")).isTrue();
        assertThat(numeros.ajouter("A-12")).isFalse();
        assertThat(numeros.contient("A-12")).isTrue();
        assertThat(numeros.contient("12")).isFalse();
        assertThat(numeros.nombre()).isEqualTo(3);
    }

    @Property
    void seComporteCommeUnEnsemble(@ForAll List<Long> nombres, @ForAll List<String> textes) {
        Numeros numeros = new Numeros();
        Set<String> attendus = new HashSet<>();
        for (Long nombre : nombres) {
            assertThat(numeros.ajouter(nombre.toString())).isEqualTo(attendus.add(nombre.toString()));
        }
        for (String texte : textes) {
            assertThat(numeros.ajouter(texte)).isEqualTo(attendus.add(texte));
        }
        assertThat(attendus).allMatch(numeros::contient);
        assertThat(numeros.nombre()).isEqualTo(attendus.size());
    }

    @Test
    void unMillionDeNumerosTientEnVingtSixMegaoctets() {
        Numeros numeros = new Numeros();
        for (int i = 0; i < 1_000_000; i++) {
            numeros.ajouter(String.valueOf(2_900_000 + i));
        }
        assertThat(numeros.nombre()).isEqualTo(1_000_000);
        assertThat(numeros.octets()).isLessThan(26_000_000);
    }
}
