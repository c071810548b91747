package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Identite;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NomTronqueTest {

    @ParameterizedTest
    @CsvSource({
        "Bo?EK, Božek",
        "BO?EK, BOZEK",
        "Zo?a, Zořa",
        "?ELIK, Çelik",
        "D?ALMEIDA, D’ALMEIDA",
        "Jean?Pierre, Jean\u2011Pierre",
        "MARTIN, Martin",
        "Le F?vre, Lefèvre",
        "C?URDELYS, Cœurdelys",
        "?????k, Dvořák",
        "A ? B, A Đ B",
        "Bo?EK, Bo?EK"
    })
    void reconnaitLettrePourLettre(String tronque, String connu) {
        assertThat(NomTronque.correspond(tronque, connu)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Bo?EK, Boek",
        "Bo?EK, Božžek",
        "Bo?EK, Božel",
        "C?URDELYS, Coeurdelys",
        "Bo?EK, Bo EK",
        "???, Ana",
        "?, A",
        "MARTIN, Marti",
        "MARTIN?, MARTIN",
        "'', Ana"
    })
    void neReconnaitRienDAutre(String tronque, String connu) {
        assertThat(NomTronque.correspond(tronque, connu)).isFalse();
    }

    @Property
    void unNomSeReconnaitQuelleQueSoitLaLettrePerdue(
            @ForAll @StringLength(min = 2, max = 12) @CharRange(from = 'a', to = 'z') String nom, @ForAll int rang) {
        int place = Math.floorMod(rang, nom.length());
        String tronque = nom.substring(0, place) + "?" + nom.substring(place + 1);
        assertThat(NomTronque.correspond(tronque, nom)).isTrue();
        assertThat(NomTronque.correspond(tronque, nom + "x")).isEqualTo(false);
        assertThat(NomTronque.estTronque(tronque)).isTrue();
    }

    @Property
    void unNomEntierNeCorrespondQuASonEgal(
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'c') String un,
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'c') String autre) {
        assertThat(NomTronque.correspond(un, autre))
                .isEqualTo(Identite.normaliser(un).equals(Identite.normaliser(autre)));
    }
}
