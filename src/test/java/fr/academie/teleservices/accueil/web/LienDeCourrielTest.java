package fr.academie.teleservices.accueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LienDeCourrielTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ce.0330001a@ac-bordeaux.fr                | mailto:ce.0330001a@ac-bordeaux.fr
            vie-scolaire_5@college.fr                 | mailto:vie-scolaire_5@college.fr
            a@b.fr?bcc=x@y.example&body=Bonjour       | mailto:a%40b.fr%3Fbcc%3Dx@y.example%26body%3DBonjour
            a@b.fr,x@y.example                        | mailto:a%40b.fr%2Cx@y.example
            a+b%0Ac@d.fr                              | mailto:a%2Bb%250Ac@d.fr
            direction du collège@d.fr                 | mailto:direction%20du%20coll%C3%A8ge@d.fr
            """)
    void uneAdresseNOuvreQuUnMessageASonNom(String adresse, String lien) {
        assertThat(LienDeCourriel.vers(adresse)).isEqualTo(lien);
    }
}
