package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiantTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cristelle.Durand1",
                " cristelle.durand1 ",
                "\u00a0CRISTELLE.DURAND1\u200b",
                "\tcristelle.durand1\r\n"
            })
    void ignoreLaCasseEtLesBlancsAutour(String saisie) {
        assertThat(Identifiant.lire(saisie)).contains(new Identifiant("cristelle.durand1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "é", "a b", "a;b", "<b>", "'or'1'='1", ".debut"})
    void refuseCeQuAucunComptePorte(String saisie) {
        assertThat(Identifiant.lire(saisie)).isEmpty();
    }

    @Test
    void refuseUneSaisieDemesuree() {
        assertThat(Identifiant.lire("a".repeat(65))).isEmpty();
        assertThat(Identifiant.lire("a".repeat(64))).isPresent();
    }

    @Test
    void seLitCommeIlSEcrit() {
        assertThat(new Identifiant("cristelle.durand1")).hasToString("cristelle.durand1");
    }
}
