package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** L'outil qui cherche les mots perdus ne perd lui-même rien. */
class PseudoLangueTest {

    @Test
    void allongeEtMarqueChaqueMotSansToucherAuxTrous() {
        assertThat(PseudoLangue.traduire("Le compte {0} reste")).isEqualTo("[Le] [compte~] {0} [reste]");
    }

    @Test
    void gardeLaSyntaxeDUnPluriel() {
        assertThat(PseudoLangue.traduire("{0,plural,=0{Aucun}one{# regroupement}other{# regroupements, {1}}}."))
                .isEqualTo("{0,plural,=0{[Aucun]}one{# [regroupement~~~]}other{# [regroupements~~~~], {1}}}.");
    }

    @Test
    void unMotSansMarqueReste() {
        assertThat(PseudoLangue.sansMarques("[Mon~] compte [reste]"))
                .contains("compte")
                .doesNotContain("reste", "Mon");
    }
}
