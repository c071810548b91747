package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChampsTest {

    private static LigneRefusee refus(org.assertj.core.api.ThrowableAssert.ThrowingCallable geste) {
        return catchThrowableOfType(LigneRefusee.class, geste);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0", "\u200B", "\u200E \u200F"})
    void unChampSansRienEstNul(String brut) throws LigneRefusee {
        assertThat(Champs.texte(Champ.NOM, brut)).isNull();
        assertThat(refus(() -> Champs.exige(Champ.NOM, brut)).code()).isEqualTo(CodeRemarque.CHAMP_VIDE);
        assertThat(refus(() -> Champs.exige(Champ.NUMERO, brut)).code()).isEqualTo(CodeRemarque.NUMERO_ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Anne   Laure ', Anne Laure",
        "'Anne\u00A0Laure', Anne Laure",
        "'Zoe\u0301', Zoé",
        "'DU\u00ADPONT', DUPONT",
        "Ölçer, Ölçer",
        "'D’ALMEIDA', D’ALMEIDA",
        "𠮷田, 𠮷田"
    })
    void unTexteEstNetEtCompose(String brut, String net) throws LigneRefusee {
        assertThat(Champs.texte(Champ.NOM, brut)).isEqualTo(net);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DU\u0001PONT", "Du\u0092pont", "Jos\uFFFD", "\uFFFF", "\uD800"})
    void unSigneQuiNEnEstPasUnRefuseLaLigne(String brut) {
        assertThat(refus(() -> Champs.texte(Champ.NOM, brut)).code()).isEqualTo(CodeRemarque.SIGNE_INTERDIT);
    }

    @Test
    void unNomDeCinqMilleLettresRefuseLaLigne() throws LigneRefusee {
        LigneRefusee refus = refus(() -> Champs.texte(Champ.NOM, "L".repeat(5000)));
        assertThat(refus.code()).isEqualTo(CodeRemarque.TROP_LONG);
        assertThat(refus.valeurs()).containsExactly("NOM", "5000", "100");
        assertThat(Champs.texte(Champ.NOM, "L".repeat(100))).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2013",
                "29/02/2013",
                "00/01/2013",
                "01/13/2013",
                "1/1/2013",
                "2013-01-01",
                "01/01/13",
                "01/01/0013",
                "aa/bb/cccc",
                "01/01/2013 00:00",
                "+1/01/2013",
                "٠١/٠١/٢٠١٣"
            })
    void unJourQuiNExistePasRefuseLaLigne(String brut) {
        assertThat(refus(() -> Champs.jour(Champ.NAISSANCE, brut)).code()).isEqualTo(CodeRemarque.DATE_IMPOSSIBLE);
    }

    @Test
    void unJourSeLit() throws LigneRefusee {
        assertThat(Champs.jour(Champ.NAISSANCE, " 29/02/2012 ")).isEqualTo(LocalDate.of(2012, 2, 29));
        assertThat(Champs.jour(Champ.NAISSANCE, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "+33612345678, +33612345678",
        "0033 6 12 34 56 78, +33612345678",
        "07.11.22.33.44, +33711223344",
        "0690 12 34 56, +590690123456",
        "05 56 00 00 00,",
        "+33 5 56 00 00 00,",
        "'',"
    })
    void unPortableSeGardeEnFormeInternationaleEtUnFixeNon(String brut, String lu) throws LigneRefusee {
        assertThat(Champs.portable(brut)).isEqualTo(lu);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numéro inconnu", "06 12 34 56", "x", "0000000000", "06 12 34 56 78 (mère)"})
    void unTelephoneQuiNEnEstPasUnRefuseLaLigne(String brut) {
        assertThat(refus(() -> Champs.portable(brut)).code()).isEqualTo(CodeRemarque.TELEPHONE_ILLISIBLE);
    }

    @Test
    void uneAdresseMailSeLitOuRefuseLaLigne() throws LigneRefusee {
        assertThat(Champs.mail("Famille@Exemple.FR")).isEqualTo("Famille@exemple.fr");
        assertThat(Champs.mail(" ")).isNull();
        assertThat(refus(() -> Champs.mail("pas une adresse")).code()).isEqualTo(CodeRemarque.MAIL_ILLISIBLE);
    }

    @ParameterizedTest
    @CsvSource({"M., M.", "m, M.", "Mme, MME", "MLLE, MME", "Monsieur, M.", "X,", "'',"})
    void uneCiviliteAUneForme(String brut, String lue) throws LigneRefusee {
        assertThat(Champs.civilite(brut)).isEqualTo(lue);
    }

    @ParameterizedTest
    @CsvSource({"0330001x, 0330001X", "' 0330001X ', 0330001X"})
    void unUaiSeLitEnCapitales(String brut, String lu) throws LigneRefusee {
        assertThat(Champs.uai(brut)).isEqualTo(lu);
    }

    @ParameterizedTest
    @ValueSource(strings = {"033001X", "03300011", "COLLEGE"})
    void unAutreCodeRefuseLaLigne(String brut) {
        assertThat(refus(() -> Champs.uai(brut)).code()).isEqualTo(CodeRemarque.UAI_ILLISIBLE);
    }

    /** Quoi qu'il y ait : un texte net et compose, ou un refus ; net deux fois, c'est net une fois. */
    @Property
    void toutTexteEstNetOuRefuse(@ForAll String brut) {
        try {
            String net = Champs.texte(Champ.MAIL, brut);
            if (net != null) {
                assertThat(net).isEqualTo(net.strip()).doesNotContain("  ").hasSizeBetween(1, 254);
                assertThat(Normalizer.isNormalized(net, Normalizer.Form.NFC)).isTrue();
                assertThat(Champs.texte(Champ.MAIL, net)).isEqualTo(net);
            }
        } catch (LigneRefusee refus) {
            assertThat(refus.code()).isIn(CodeRemarque.SIGNE_INTERDIT, CodeRemarque.TROP_LONG);
        }
    }

    /** Une adresse ou un portable qui n'en est pas un se laisse de côté ; le reste refuse sa ligne, jamais le fichier. */
    @Property
    void toutChampLuNeLeveQueSonRefus(@ForAll String brut) {
        neLeve(() -> Champs.civilite(brut), Portee.LIGNE);
        neLeve(() -> Champs.jour(Champ.NAISSANCE, brut), Portee.LIGNE);
        neLeve(() -> Champs.uai(brut), Portee.LIGNE);
        neLeve(() -> Champs.mail(brut), Portee.LIGNE, Portee.VALEUR);
        neLeve(() -> Champs.portable(brut), Portee.LIGNE, Portee.VALEUR);
    }

    private static void neLeve(LectureDUnChamp lecture, Portee... portees) {
        try {
            lecture.lire();
        } catch (LigneRefusee refus) {
            assertThat(refus.code().portee()).isIn((Object[]) portees);
        }
    }

    private interface LectureDUnChamp {
        void lire() throws LigneRefusee;
    }
}
