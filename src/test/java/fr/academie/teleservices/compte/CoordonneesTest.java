package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordonneesTest {

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78,+33612345678",
        "07.12.34.56.78,+33712345678",
        "+33 6 12 34 56 78,+33612345678",
        "+33 (0)6 12-34-56-78,+33612345678",
        "0033612345678,+33612345678",
        "0690 12 34 56,+590690123456",
        "+590 690 12 34 56,+590690123456",
        "0692123456,+262692123456",
        "+32 470 12 34 56,+32470123456"
    })
    void unPortableAUneSeuleForme(String saisie, String forme) {
        assertThat(TelephonePortable.lire(saisie)).contains(new TelephonePortable(forme));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "06 12 34 56 7",
                "0612345678901234",
                "01 23 45 67 89",
                "+33123456789",
                "6 12",
                "++33612345678",
                "0612abc678"
            })
    void ceQuiNEstPasUnPortableEstRefuse(String saisie) {
        assertThat(TelephonePortable.lire(saisie)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "marie@xn--cole-9oa.fr,marie@école.fr",
        "marie@école.fr,marie@école.fr",
        "marie@exemple.fr,marie@exemple.fr",
        // Un « а » cyrillique parmi des lettres latines imiterait un autre domaine.
        "marie@xn--pypal-4ve.fr,marie@xn--pypal-4ve.fr",
        "pas une adresse,pas une adresse"
    })
    void uneAdresseSeLitCommeOnLEcritSaufSiElleEnImiteUneAutre(String enregistree, String lue) {
        assertThat(AdresseMail.lisible(enregistree)).isEqualTo(lue);
    }

    @ParameterizedTest
    @CsvSource({
        "+33612345678,06 12 34 56 78",
        "+590690123456,06 90 12 34 56",
        "+32470123456,+32470123456",
        "inconnu,inconnu"
    })
    void unNumeroSeLitCommeOnLEcrit(String enregistre, String lu) {
        assertThat(TelephonePortable.lisible(enregistre).replace('\u00a0', ' ')).isEqualTo(lu);
    }

    @ParameterizedTest
    @CsvSource({
        "' A.B+c@Exemple.FR ',A.B+c@exemple.fr",
        "o'neil@exemple.fr,o'neil@exemple.fr",
        "marie@école.fr,marie@xn--cole-9oa.fr",
        "marie@XN--COLE-9OA.fr,marie@xn--cole-9oa.fr",
        "marie@e\u0301cole.fr,marie@xn--cole-9oa.fr",
        "marie@straße.de,marie@xn--strae-oqa.de",
        "'marie.\u00a0durand@exemple. fr',marie.durand@exemple.fr",
        "'marie\u200b@exemple.fr',marie@exemple.fr",
        "marie\uff20exemple\uff0efr,marie@exemple.fr",
        "'Adresse mail : marie@exemple.fr',marie@exemple.fr",
        "o\u2019neil@exemple.fr,o'neil@exemple.fr"
    })
    void uneAdresseMailAUneSeuleForme(String saisie, String forme) {
        assertThat(AdresseMail.lire(saisie)).contains(new AdresseMail(forme));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "a@.fr",
                "a..b@exemple.fr",
                ".a@exemple.fr",
                "a@exemple.fr, b@exemple.fr",
                "a@exemple.fr\r\nBcc: b@exemple.fr",
                "\"a b\"@exemple.fr",
                "a@-exemple.fr",
                "<a@exemple.fr>",
                "été@exemple.fr"
            })
    void uneAdresseMailMalFormeeEstRefusee(String saisie) {
        assertThat(AdresseMail.lire(saisie)).isEmpty();
    }

    @Test
    void uneAdresseMailTientDansLesLongueursDeLaNorme() {
        String local = "l".repeat(64);
        assertThat(AdresseMail.lire(local + "@exemple.fr")).isPresent();
        assertThat(AdresseMail.lire(local + "l@exemple.fr")).isEmpty();
        String longue = local + "@" + "d".repeat(62) + "." + "e".repeat(61) + "." + "f".repeat(61) + ".fr";
        assertThat(longue).hasSize(254);
        assertThat(AdresseMail.lire(longue)).isPresent();
        assertThat(AdresseMail.lire(longue.replace(".fr", "f.fr"))).isEmpty();
    }

    @Test
    void unePageEntiereNEstPasUneAdresse() {
        String adresse = "marie@exemple.fr";
        assertThat(AdresseMail.lire(" ".repeat(400 - adresse.length()) + adresse))
                .isPresent();
        assertThat(AdresseMail.lire(" ".repeat(401 - adresse.length()) + adresse))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+33612345678,78", "8,8", "12,12"})
    void unPortableMasqueNeDitQueSaFin(String enregistre, String fin) {
        assertThat(TelephonePortable.masque(enregistre)).isEqualTo("…\u00a0" + fin);
    }

    @Test
    void unPortableSeChercheSousChacuneDeSesEcritures() {
        assertThat(new TelephonePortable("+33612345678").ecritures())
                .containsExactly(
                        "+33612345678",
                        "0612345678",
                        "06 12 34 56 78",
                        "06.12.34.56.78",
                        "06-12-34-56-78",
                        "0033612345678",
                        "+330612345678");
        assertThat(new TelephonePortable("+32470123456").ecritures()).containsExactly("+32470123456");
    }
}
