package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Une lettre qui a attendu en JSON s'imprime comme si elle n'avait pas attendu. */
class LettreEnJsonTest {

    @ParameterizedTest
    @EnumSource(MotifCourrier.class)
    void toutCeQuElleMontreSurvit(MotifCourrier motif) {
        for (int rang = 0; rang < 6; rang++) {
            Lettre lettre = LettresDEssai.lettre(rang, motif);
            assertThat(LettreEnJson.lire(LettreEnJson.ecrire(lettre))).isEqualTo(lettre);
        }
    }
}
