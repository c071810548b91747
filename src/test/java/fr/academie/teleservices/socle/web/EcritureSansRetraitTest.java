package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Ce qui part du texte fixe d'un gabarit, et ce qui y reste. */
class EcritureSansRetraitTest {

    @Test
    void leRetraitEtLesLignesVidesPartent() {
        assertThat(EcritureSansRetrait.serrer("\n    <p>\n\n\t  un mot\r\n  </p>\n"))
                .isEqualTo("\n<p>\nun mot\r\n</p>\n");
    }

    /** Deux mots d'une ligne à l'autre restent séparés, une espace insécable reste, une ligne seule reste. */
    @Test
    void lesMotsRestentSepares() {
        assertThat(EcritureSansRetrait.serrer("un\n  deux")).isEqualTo("un\ndeux");
        assertThat(EcritureSansRetrait.serrer("\n\u00a0: ")).isEqualTo("\n\u00a0: ");
        assertThat(EcritureSansRetrait.serrer("  un  deux  ")).isEqualTo("  un  deux  ");
        assertThat(EcritureSansRetrait.serrer("")).isEmpty();
    }

    /** Ce qu'un agent a tapé, et un descripteur à recopier, gardent leurs retraits. */
    @Test
    void unTexteALaLettreLeReste() throws IOException {
        ResponseWriter sortie = mock(ResponseWriter.class);
        EcritureSansRetrait ecriture = new EcritureSansRetrait(sortie);
        ecriture.writeText("a\n  b", null);
        for (String element : new String[] {"pre", "textarea"}) {
            ecriture.startElement(element, null);
            ecriture.writeText("a\n  b", null);
            ecriture.write("\n  c");
            ecriture.endElement(element);
        }
        ecriture.write("\n  c");
        InOrder ordre = inOrder(sortie);
        ordre.verify(sortie).writeText("a\nb", null);
        ordre.verify(sortie).writeText("a\n  b", null);
        ordre.verify(sortie).write("\n  c");
        ordre.verify(sortie).writeText("a\n  b", null);
        ordre.verify(sortie).write("\n  c");
        ordre.verify(sortie).write("\nc");
    }
}
