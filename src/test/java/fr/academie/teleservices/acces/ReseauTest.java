package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReseauTest {

    @Test
    void uneAdresseIpv4CompteSeule() {
        assertThat(Reseau.de("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff:0:0:1",
        "2001:db8::1, 2001:db8::2",
        "2001:db8::1, 2001:db8:0:0:9:9:9:9",
        "2001:DB8:1:2::1, 2001:db8:1:2::2"
    })
    void deuxAdressesIpv6DUnMemeReseauComptentEnsembleQuelleQueSoitLeurEcriture(String une, String autre) {
        assertThat(Reseau.de(une)).isEqualTo(Reseau.de(autre));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "2001:db8::1, 2001:db9::1", "2001:db8:0:1::1, 2001:db8::1"})
    void deuxReseauxIpv6ComptentChacunPourSoi(String une, String autre) {
        assertThat(Reseau.de(une)).isNotEqualTo(Reseau.de(autre));
    }

    @Test
    void leReseauSEcritEnSoixanteQuatreBits() {
        assertThat(Reseau.de("2001:db8:1:2::1")).isEqualTo("20010db800010002::/64");
    }

    @Test
    void uneAdresseIpv4EcriteEnIpv6EstLAdresseIpv4() {
        assertThat(Reseau.de("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inconnue", "a:b", ":::"})
    void ceQuiNEstPasUneAdresseResteTelQuel(String texte) {
        assertThat(Reseau.de(texte)).isEqualTo(texte);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.…",
        "2001:db8:1:2::1, 20010db800010002::/64",
        "::ffff:192.0.2.1, 192.0.2.…",
        "inconnue, inconnue",
        ".x, .…"
    })
    void uneAdresseAbregeeNeDitPasLaMachine(String adresse, String abregee) {
        assertThat(Reseau.abrege(adresse)).isEqualTo(abregee);
    }
}
