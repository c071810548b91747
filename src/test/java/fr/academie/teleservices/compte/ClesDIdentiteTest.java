package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deux façons d'écrire la même chose ont la même clé ; ce qui ne se compare pas n'en a pas. */
class ClesDIdentiteTest {

    @ParameterizedTest
    @CsvSource({
        "Jean-Pierre, JEAN PIERRE, A.Durand@Exemple.FR, a.durand@exemple.fr, 06 12 34 56 78, +33612345678",
        "N’Diaye, NDIAYE, chloe@école.fr, chloe@xn--cole-9oa.fr, 0033612345678, 06.12.34.56.78",
        "Cœur, COEUR, a@b.fr, ' a@b.fr ', +262692123456, 0692123456",
    })
    void deuxFaconsDEcrireOntLesMemesCles(
            String un, String autre, String mail, String autreMail, String portable, String autrePortable) {
        assertThat(ClesDIdentite.de("DURAND", null, un, mail, portable))
                .isEqualTo(ClesDIdentite.de("Martin", "Durand", autre, autreMail, autrePortable));
        assertThat(ClesDIdentite.memeMail(mail, autreMail)).isTrue();
        assertThat(ClesDIdentite.memePortable(portable, autrePortable)).isTrue();
    }

    @Test
    void deuxPersonnesDifferentesNEnOntAucuneEnCommun() {
        ClesDIdentite une = ClesDIdentite.de("DURAND", null, "Marie", "hélène@exemple.fr", "0612345678");
        ClesDIdentite autre = ClesDIdentite.de("DURAND", null, "Maria", "helene@exemple.fr", "0612345679");
        assertThat(une.prenom()).isNotEqualTo(autre.prenom());
        assertThat(une.portable()).isNotEqualTo(autre.portable());
        assertThat(une.mail()).isNull();
        assertThat(ClesDIdentite.memeMail(null, null)).isFalse();
        assertThat(ClesDIdentite.memePortable("", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"néant", "", " ", "a@b", "pas d’adresse"})
    void uneAdresseOuLOnNePeutEcrireNEnAPas(String mail) {
        assertThat(ClesDIdentite.de("DURAND", null, "Marie", mail, null).mail()).isNull();
        assertThat(ClesDIdentite.memeMail(mail, mail)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0512345678", "0000000000", "", "12"})
    void unNumeroQuiNEstPasUnPortableNEnAPas(String portable) {
        assertThat(ClesDIdentite.de("DURAND", null, "Marie", null, portable).portable())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DURAND, '', ",
        "DURAND, ' - ', ",
        "DURA?D, Marie, ",
        "DURAND, Mar?e, ",
        "DURAND, Marie, D?RAND",
        "'-', Marie, "
    })
    void unNomVideOuQuiAPerduDesLettresNeSeComparePas(String nom, String prenom, String usage) {
        assertThat(ClesDIdentite.de(nom, usage, prenom, null, null).prenom()).isEqualTo(ClesDIdentite.INCOMPARABLE);
        assertThat(ClesDIdentite.de(nom, usage, null, null, null).prenom()).isEqualTo(ClesDIdentite.INCOMPARABLE);
    }
}
