package fr.academie.teleservices.socle.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qu'un tableur lira d'un export. */
class EcritureCsvTest {

    @Test
    void unTableurFrancaisLOuvreTelQuel() throws IOException {
        StringBuilder texte = new StringBuilder();
        EcritureCsv csv = new EcritureCsv(texte);
        csv.ligne("Nom", "Élèves", null, 12);
        csv.ligne("D’ALMEIDA; dit \"Zé\"", "deux\nlignes", "");

        assertThat(texte).hasToString("\uFEFFNom;Élèves;;12\r\n\"D’ALMEIDA; dit \"\"Zé\"\"\";\"deux\nlignes\";\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://ailleurs\")",
                "+33 6 39 98 20 26",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                " =1+1",
                "\u00A0=1+1",
                "\uFF1D1+1"
            })
    void aucuneCelluleNEstUneFormule(String saisie) throws IOException {
        StringBuilder texte = new StringBuilder();
        new EcritureCsv(texte).ligne(saisie);

        assertThat(texte.substring(1)).matches("(?s)\"?'.*");
    }
}
