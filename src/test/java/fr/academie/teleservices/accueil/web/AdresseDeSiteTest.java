package fr.academie.teleservices.accueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AdresseDeSiteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://college.example/", "http://college.example", "HTTPS://college.example/accueil?a=b"})
    void uneAdresseDeSiteDevientUnLien(String adresse) {
        assertThat(AdresseDeSite.sure(adresse)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "college.example",
                "https:",
                "https://a b",
                "//college.example",
                "ftp://college.example"
            })
    void leResteNEnDevientPasUn(String adresse) {
        assertThat(AdresseDeSite.sure(adresse)).isFalse();
    }
}
