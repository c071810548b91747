package fr.academie.teleservices.socle.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Le remplissage d'un modèle : rien de ce qui est donné n'y devient du balisage ni une autre valeur. */
class GabaritPdfTest {

    private final GabaritPdf gabarit = GabaritPdf.lire(GabaritPdfTest.class, "essai.xhtml");

    @Test
    void lesValeursSontEchappeesEtLesListesRepetees() {
        String rempli = gabarit.remplir(Map.of(
                "titre", "<b>${secret}</b> & \"fin\"\u0000",
                "secret", "jamais",
                "lignes", List.of(Map.of("nom", "D’Almeida"), Map.of("nom", "${titre}"))));

        assertThat(rempli.strip())
                .isEqualTo("<p title=\"&lt;b&gt;&#36;{secret}&lt;/b&gt; &amp; &quot;fin&quot;\">"
                        + "<i>D’Almeida</i><i>&#36;{titre}</i></p>");
    }

    @Test
    void uneValeurAbsenteEstUneFaute() {
        assertThatThrownBy(() -> gabarit.remplir(Map.of("lignes", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("titre");
    }
}
