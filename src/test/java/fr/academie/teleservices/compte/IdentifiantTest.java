package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.Saisies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qu'une saisie, la base ou le CAS désignent ; le genre des saisies est dans {@link Saisies}. */
class IdentifiantTest {

    @ParameterizedTest
    @FieldSource("fr.academie.teleservices.essais.Saisies#DE_CRISTELLE")
    void oteCeQuAucunIdentifiantNeContient(String saisie) {
        assertThat(Identifiant.lire(saisie)).contains(new Identifiant("cristelle.durand2"));
    }

    @ParameterizedTest
    @CsvSource({
        "marie\u2011claude.leroy, marie-claude.leroy",
        "marie\u2013claude.leroy, marie-claude.leroy",
        "marie\u2212claude.leroy, marie-claude.leroy",
        "marie\uff0dclaude.leroy, marie-claude.leroy",
        "lea.d\u2019almeida, lea.d'almeida",
        "lea.d\u2018almeida, lea.d'almeida",
        "lea.d\u00b4almeida, lea.d'almeida",
        "lea.d\u02bcalmeida, lea.d'almeida",
        "\u0130nci.\u015fahin, inci.sahin",
        "b\u0153uf.\u00e6, boeuf.ae"
    })
    void rameneLesSosiesAuSigneDuClavier(String saisie, String attendu) {
        assertThat(Identifiant.lire(saisie)).contains(new Identifiant(attendu));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_dupont.marie",
                "martin#2",
                "m.dupont/2",
                ".debut",
                "a;b",
                "identifiant.durand",
                "login2",
                "a@b.fr"
            })
    void litCeQuUneBasePartageePorteEtQuUnClavierEcrit(String saisie) {
        assertThat(Identifiant.lire(saisie)).contains(new Identifiant(saisie));
        assertThat(new Identifiant(saisie).seSaisit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dupont marie", "martin.", "martin*", "\"martin\"", "a\tb", "mar\u0000tin"})
    void litDeLaBaseCeQuUneSaisieNePeutDesignerEtLeDit(String porte) {
        assertThat(new Identifiant(porte).seSaisit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b", ".*", "\u0438\u0432\u0430\u043d\u043e\u0432", "\u738b"})
    void refuseCeQuiNeDesignePersonne(String saisie) {
        assertThat(Identifiant.lire(saisie)).isEmpty();
    }

    @Test
    void refuseUneSaisieDemesuree() {
        assertThat(Identifiant.lire("a".repeat(65))).isEmpty();
        assertThat(Identifiant.lire("a".repeat(64))).isPresent();
        assertThat(Identifiant.lire("a ".repeat(100_000))).isEmpty();
    }

    /** Le CAS a comparé ce nom à sa base : ce qu'elle distingue reste distinct, sinon on entrerait chez un autre. */
    @ParameterizedTest
    @CsvSource({
        "' PARENT1 ', parent1",
        "'parent1\u00ad', parent1",
        "'h\u00e9l\u00e8ne.petit', helene.petit",
        "dupont marie, dupont marie",
        "martin., martin.",
        "identifiant : x, identifiant : x"
    })
    void duCasNeChangeQueCeQueSaBaseNeDistinguePas(String principal, String attendu) {
        assertThat(Identifiant.duCas(principal)).contains(new Identifiant(attendu));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u738b"})
    void duCasNeDesignePersonneSansNomEnAscii(String principal) {
        assertThat(Identifiant.duCas(principal)).isEmpty();
    }

    @Test
    void seLitCommeIlSEcrit() {
        assertThat(new Identifiant("cristelle.durand1")).hasToString("cristelle.durand1");
        assertThatThrownBy(() -> new Identifiant("")).isInstanceOf(IllegalArgumentException.class);
    }
}
