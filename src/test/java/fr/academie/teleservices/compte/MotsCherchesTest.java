package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.MotsCherches.Mot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotsCherchesTest {

    @Test
    void chaqueMotSeChercheTelQueTapeEtCommeUnNom() {
        MotsCherches lus = MotsCherches.lire("  D'Almeida\u00a0 Élise ");

        assertThat(lus.mots()).containsExactly(new Mot("d'almeida", "dalmeida"), new Mot("élise", "elise"));
        assertThat(lus.uai()).isNull();
        assertThat(lus.estVide()).isFalse();
    }

    @Test
    void uneUaiNommeUnEtablissementEtNEstPasUnMot() {
        MotsCherches lus = MotsCherches.lire("durand 0330001a");

        assertThat(lus.uai()).isEqualTo("0330001A");
        assertThat(lus.mots()).containsExactly(new Mot("durand", "durand"));
    }

    @Test
    void uneUaiSeuleSuffit() {
        MotsCherches lus = MotsCherches.lire("0330001A");

        assertThat(lus.mots()).isEmpty();
        assertThat(lus.estVide()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a", "é", "- ' .", "a --"})
    void moinsDeDeuxLettresNeCherchentRien(String saisie) {
        assertThat(MotsCherches.lire(saisie).estVide()).isTrue();
    }

    @Test
    void deuxLettresSuffisentMemeDansDeuxMots() {
        assertThat(MotsCherches.lire("li").mots()).containsExactly(new Mot("li", "li"));
        assertThat(MotsCherches.lire("l i").mots()).containsExactly(new Mot("l", "l"), new Mot("i", "i"));
    }

    @Test
    void unMotSansLettreNeCompteParmiLesAutresPourRien() {
        assertThat(MotsCherches.lire("durand -").mots()).containsExactly(new Mot("durand", "durand"));
    }

    @Test
    void lesJokersSontPrisALaLettre() {
        assertThat(MotsCherches.lire("50%_a\\b").mots()).containsExactly(new Mot("50\\%\\_a\\\\b", "50\\%\\_a\\\\b"));
    }

    @Test
    void unMotSeCompareEnTeteOuDedans() {
        Mot mot = new Mot("d'al", "dal");

        assertThat(mot.debutBrut()).isEqualTo("d'al%");
        assertThat(mot.dansBrut()).isEqualTo("%d'al%");
        assertThat(mot.debutNom()).isEqualTo("dal%");
        assertThat(mot.dansNom()).isEqualTo("%dal%");
    }

    @Test
    void unMotAccentueNeSeCherchePasDansUnIdentifiant() {
        assertThat(new Mot("elise", "elise").estAscii()).isTrue();
        assertThat(new Mot("élise", "elise").estAscii()).isFalse();
    }

    @Test
    void uneSaisieDemesureeEstBornee() {
        assertThat(MotsCherches.lire("un deux trois quatre cinq six sept").mots())
                .hasSize(6)
                .last()
                .isEqualTo(new Mot("six", "six"));
        assertThat(MotsCherches.lire("a".repeat(100) + "b").mots())
                .containsExactly(new Mot("a".repeat(100), "a".repeat(100)));
    }

    @Test
    void unEtablissementSeChercheParSesMotsOuParSaUai() {
        assertThat(MotsCherches.motifsDEtablissement("Jean-Moulin")).containsExactly("%jean%", "%moulin%");
        assertThat(MotsCherches.motifsDEtablissement("0330001A"))
                .last()
                .asString()
                .startsWith("%0330001");
    }
}
