package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NiveauTest {

    @ParameterizedTest
    @EnumSource
    void unNiveauSuffitALuiMemeEtAuxPlusFaiblesSeulement(Niveau requis) {
        assertThat(Niveau.values())
                .filteredOn(niveau -> niveau.suffit(requis))
                .containsExactlyElementsOf(EnumSet.range(requis, Niveau.FRAIS));
    }
}
