package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comment un nom stocké en capitales se dit à son titulaire. */
class NomCourantTest {

    @ParameterizedTest(name = "{0} se dit {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CRISTELLE, Cristelle",
                "cristelle, Cristelle",
                "DURAND, Durand",
                "X, X",
                "ÉLODIE, Élodie",
                "E\u0301LODIE, E\u0301lodie",
                "ŒUVRARD, Œuvrard",
                "JEAN-PIERRE, Jean-Pierre",
                "JEAN\u2011PIERRE, Jean\u2011Pierre",
                "jean pierre, Jean Pierre",
                "DUPONT\u00a0MARTIN, Dupont\u00a0Martin",
                "J.-P., J.-P.",
                "D’ALMEIDA, D’Almeida",
                "\"D'ALMEIDA\", D’Almeida",
                "N’DIAYE, N’Diaye",
                "\"O'BRIEN\", O’Brien",
                "L’HÔPITAL, L’Hôpital",
                "DELL’AQUILA, Dell’Aquila",
                "DE GAULLE, de Gaulle",
                "DE LA TOUR, de La Tour",
                "DE L’ISLE, de L’Isle",
                "LA FONTAINE, La Fontaine",
                "LE GOFF, Le Goff",
                "DU BELLAY, Du Bellay",
                "DES ESSARTS, Des Essarts",
                "DUMONT D’URVILLE, Dumont d’Urville",
                "MARIE DE LOURDES, Marie de Lourdes",
                "DE, De",
                "DA SILVA, Da Silva",
                "VAN DER MEER, Van Der Meer",
                "MCDONALD, McDonald",
                "MCKAY, McKay",
                "MCA, Mca",
                "MACRON, Macron",
                "MARTIN 2, Martin 2",
                "MARTIN2B, Martin2b",
                "STRAẞE, Straße",
                "ИВАНОВА, Иванова",
                "ΠΑΠΑΔΟΠΟΥΛΟΣ, Παπαδοπουλος",
                "İBRAHİM, İbrahim",
                "ǄUDO, ǅudo"
            })
    void toutEnCapitalesOuEnMinusculesPrendUneCapitaleParSuiteDeLettres(String stocke, String dit) {
        assertThat(NomCourant.ecrire(stocke)).isEqualTo(dit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Durand",
                "DeVito",
                "de la Fontaine",
                "McDONALD",
                "LeBlanc",
                "van der Meer",
                "Dupont-MARTIN",
                "王",
                "بن علي",
                "",
                "2"
            })
    void dejaMeleOuSansCasseLeNomResteTelQuel(String nom) {
        assertThat(NomCourant.ecrire(nom)).isEqualTo(nom);
    }

    @Test
    void lEcrireDeuxFoisNeChangeRien() {
        for (String nom : new String[] {"DE LA TOUR", "D'ALMEIDA", "MCDONALD", "ÉLODIE", "DE", "X", "İBRAHİM"}) {
            String ecrit = NomCourant.ecrire(nom);
            assertThat(NomCourant.ecrire(ecrit)).isEqualTo(ecrit);
        }
    }

    @Test
    void laLangueDeLaMachineNeChangeRien() {
        Locale avant = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(NomCourant.ecrire("ISABELLE")).isEqualTo("Isabelle");
            assertThat(NomCourant.ecrire("idriss")).isEqualTo("Idriss");
        } finally {
            Locale.setDefault(avant);
        }
    }
}
