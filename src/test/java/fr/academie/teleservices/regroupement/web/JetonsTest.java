package fr.academie.teleservices.regroupement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JetonsTest {

    @Test
    void unUuidSeLitDansLesDeuxCasses() {
        UUID jeton = UUID.fromString("da0e5f4e-6977-6bb5-a0f2-b11f971d80d8");
        assertThat(Jetons.lire(jeton.toString())).contains(jeton);
        assertThat(Jetons.lire("DA0E5F4E-6977-6BB5-A0F2-B11F971D80D8")).contains(jeton);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "x",
                "da0e5f4e-6977-6bb5-a0f2-b11f971d80d8 ",
                "da0e5f4e69776bb5a0f2b11f971d80d8",
                "../../etc",
                "<script>"
            })
    void leResteNEstPasUneDemande(String parametre) {
        assertThat(Jetons.lire(parametre)).isEmpty();
    }
}
