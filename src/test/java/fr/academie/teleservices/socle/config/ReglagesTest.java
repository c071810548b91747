package fr.academie.teleservices.socle.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.Atelier;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReglagesTest {

    @Test
    void lExploitationVientDeLaMachineElleMemeSaufReglage() {
        assertThat(Atelier.reglages(Map.of()).exploitation())
                .extracting(InetAddress::getHostAddress)
                .containsExactlyInAnyOrder("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(Atelier.reglages(Map.of("exploitation.adresses", "172.16.0.9, 2001:DB8::7"))
                        .exploitation())
                .extracting(InetAddress::getHostAddress)
                .containsExactlyInAnyOrder("172.16.0.9", "2001:db8:0:0:0:0:0:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300.1.1.1",
                "1.2.3",
                "1.2.3.4.",
                "localhost",
                "exploitation.ac-exemple.fr",
                "2001:::7",
                "10.0.0.0/8"
            })
    void seuleUneAdresseIpEnChiffresEstUneAdresseDExploitation(String valeur) {
        assertThat(AdresseLue.ip(valeur)).isEmpty();
        assertThatThrownBy(() -> Atelier.reglages(Map.of("exploitation.adresses", "127.0.0.1," + valeur)))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContainingAll("« exploitation.adresses »", valeur, "des adresses IP comme");
    }
}
