package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentiteTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Jean-Pierre | JEAN PIERRE
            D'Almeida   | d’Almeida
            N'Diaye     | NDIAYE
            Cœur        | COEUR
            Lefèvre     | LEFEVRE
            Łukasz      | lukasz
            Sørensen    | SORENSEN
            Weiß        | WEISS
            Đorđe       | Dorde
            Ægir        | AEGIR
            Jean‑Marc   | Jean\u00a0Marc
            Mc.Carthy   | Mccarthy
            ﬁn          | FIN
            İpek        | ipek
            """)
    void confondLesGraphiesDUnMemeNom(String un, String autre) {
        assertThat(Identite.normaliser(un)).isEqualTo(Identite.normaliser(autre));
    }

    @ParameterizedTest
    @CsvSource({"Marie,Maria", "Marie,Marie-Anne", "Durand,Durant", "Élise,Lise"})
    void distingueLesNomsDifferents(String un, String autre) {
        assertThat(Identite.normaliser(un)).isNotEqualTo(Identite.normaliser(autre));
    }

    /** Chaque caractère ASCII, seul et au milieu d'un nom. */
    @Test
    void unNomEnAsciiALaFormeQuIlAuraitDecompose() {
        for (char c = 0; c < 0x80; c++) {
            for (String nom : List.of(String.valueOf(c), "Ab" + c + "Cd")) {
                assertThat(Identite.normaliser(nom)).as("U+%04X", (int) c).isEqualTo(Identite.normaliserTout(nom));
            }
        }
    }

    @Test
    void accepteLeNomDeFamilleIdentique() {
        assertThat(identite("Durand", null, "Cristelle").comparer(identite("DURAND", "Martin", "CRISTELLE")))
                .contains(Correspondance.NOM_DE_FAMILLE);
    }

    @Test
    void accepteLeNomDUsageIdentique() {
        assertThat(identite("Durand", "Martin", "Cristelle").comparer(identite("Petit", "Martin", "Cristelle")))
                .contains(Correspondance.NOM_D_USAGE);
    }

    @Test
    void accepteLeNomDUsageDeLUnCommeNomDeFamilleDeLAutre() {
        Identite mariee = identite("Durand", "Martin", "Cristelle");
        Identite connueParSonNomDUsage = identite("Martin", null, "Cristelle");
        assertThat(mariee.comparer(connueParSonNomDUsage)).contains(Correspondance.NOM_DE_FAMILLE_ET_NOM_D_USAGE);
        assertThat(connueParSonNomDUsage.comparer(mariee)).contains(Correspondance.NOM_DE_FAMILLE_ET_NOM_D_USAGE);
    }

    @Test
    void deuxIdentitesConcordentSiEtSeulementSiEllesOntUneFormeEnCommun() {
        List<String> noms = List.of("Durand", "DURAND", "Martin", "-", "Lefèvre");
        List<Identite> toutes = noms.stream()
                .flatMap(nom -> Stream.of("Martin", "durand", "-", "")
                        .flatMap(usage -> Stream.of("Élise", "elise", "’", "Anne")
                                .map(prenom -> identite(nom, usage.isEmpty() ? null : usage, prenom))))
                .toList();
        for (Identite une : toutes) {
            for (Identite autre : toutes) {
                assertThat(Collections.disjoint(une.formes(), autre.formes()))
                        .as(une + " et " + autre)
                        .isEqualTo(une.comparer(autre).isEmpty());
            }
        }
    }

    @Test
    void refuseUnAutrePrenom() {
        assertThat(identite("Durand", null, "Cristelle").comparer(identite("Durand", null, "Christelle")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void refuseDeuxNomsQueLaNormalisationVide() {
        assertThat(identite("--", null, "Cristelle").comparer(identite("..", null, "Cristelle")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void onAppelleQuelquUnParSonNomDUsageSIlEnAUn() {
        assertThat(identite("Durand", "Lefèvre", "Cristelle").nomComplet()).isEqualTo("Cristelle LEFÈVRE");
        assertThat(identite("Durand", null, "Cristelle").nomComplet()).isEqualTo("Cristelle DURAND");
    }

    @Test
    void leNomCourantNeCriePas() {
        assertThat(identite("DURAND", "D'ALMEIDA", "CRISTELLE").nomCourant()).isEqualTo("Cristelle D’Almeida");
        assertThat(identite("DURAND", null, "JEAN-PIERRE").nomCourant()).isEqualTo("Jean-Pierre Durand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DURAND", "D'Almeida Da-Silva Jr.", "z~", "\u007f", "Élise", "Éé", "Œuvrard", ""})
    void laVoieCourteDUnNomSansAccentDitCommeLaLongue(String nom) {
        assertThat(Identite.normaliser(nom)).isEqualTo(Identite.normaliserTout(nom));
    }

    private static Identite identite(String nom, @org.jspecify.annotations.Nullable String usage, String prenom) {
        return new Identite(nom, usage, prenom);
    }
}
