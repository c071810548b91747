package fr.academie.teleservices.socle.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les coupures permises, syllabe par syllabe ; un mot sans tiret reste entier. */
class CesureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iden-ti-fiant",
                "pro-vi-soire",
                "éta-blis-se-ment",
                "repré-sen-tant",
                "con-nexion",
                "l’éta-blis-se-ment",
                "infor-ma-tique",
                "mon-tagne",
                "perdre",
                "sco-la-rité",
                "Bernardeau",
                "marie.durand2@exemple.fr",
                "2BUYJ9C8"
            })
    void coupeEntreLesSyllabes(String attendu) {
        String mot = attendu.contains("@") || attendu.contains(".") ? attendu : attendu.replace("-", "");
        String coupe = Cesure.couper(mot).replace(Cesure.TRAIT_CONDITIONNEL, '-');
        assertThat(coupe).isEqualTo(attendu);
    }
}
