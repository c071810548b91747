package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtatCompteTest {

    @ParameterizedTest
    @CsvSource({
        "CREE, CREE, false",
        "CREE, ACTIF, true",
        "CREE, FERME, true",
        "ACTIF, CREE, false",
        "ACTIF, ACTIF, false",
        "ACTIF, FERME, true",
        "FERME, CREE, false",
        "FERME, ACTIF, false",
        "FERME, FERME, false"
    })
    void unCompteSActivePuisSeFermeEtNeRevientJamais(EtatCompte avant, EtatCompte apres, boolean permis) {
        assertThat(avant.peutPasserA(apres)).isEqualTo(permis);
    }

    @Test
    void seulUnCompteFermeNEstPlusOuvert() {
        assertThat(EtatCompte.CREE.estOuvert()).isTrue();
        assertThat(EtatCompte.ACTIF.estOuvert()).isTrue();
        assertThat(EtatCompte.FERME.estOuvert()).isFalse();
    }
}
