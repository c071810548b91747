package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Deux enfants montrés ensemble ne portent jamais le même nom. Du même genre, essayés aussi : un prénom qui ne diffère que par un accent
 * ou la casse, un établissement du même nom dans une autre commune, une classe inconnue, trois homonymes, des jumeaux de prénom.
 */
class NomsDistinctsTest {

    private static final Etablissement MOULIN = etablissement("0330001A", "Collège du Moulin", "Talence");
    private static final Etablissement ZOLA = etablissement("0330002B", "Lycée Zola", "Talence");
    private static final Etablissement AUTRE_MOULIN = etablissement("0330003C", "Collège du Moulin", "Pessac");

    private long suite;

    @Test
    void unPrenomSuffitQuandIlEstSeul() {
        exiger(List.of(eleve("Adam", "Durand", MOULIN, "6A"), eleve("Élise", "Durand", MOULIN, "6A")), "Adam", "Élise");
        assertThat(NomsDistincts.courts(List.of())).isEmpty();
    }

    @Test
    void leNomDistingueDAbord() {
        exiger(
                List.of(eleve("Adam", "Durand", MOULIN, "6A"), eleve("Adam", "Martin", ZOLA, "2B")),
                "Adam DURAND",
                "Adam MARTIN");
    }

    @Test
    void puisLEtablissementPuisLaClasse() {
        exiger(
                List.of(eleve("Adam", "Durand", MOULIN, "6A"), eleve("Adam", "Durand", ZOLA, null)),
                "Adam (Collège du Moulin)",
                "Adam (Lycée Zola)");
        exiger(
                List.of(eleve("Adam", "Durand", MOULIN, "6A"), eleve("Adam", "Durand", MOULIN, null)),
                "Adam (6A)",
                "Adam");
        exiger(
                List.of(eleve("Adam", "Durand", MOULIN, "6A"), eleve("Adam", "Durand", AUTRE_MOULIN, "6A")),
                "Adam (Talence)",
                "Adam (Pessac)");
        exiger(
                List.of(
                        eleve("Adam", "Durand", MOULIN, "6A"),
                        eleve("Adam", "Durand", ZOLA, "2B"),
                        eleve("Adam", "Durand", ZOLA, "2C"),
                        eleve("Adam", "Martin", ZOLA, "2C")),
                "Adam DURAND (Collège du Moulin)",
                "Adam DURAND (Lycée Zola, 2B)",
                "Adam DURAND (Lycée Zola, 2C)",
                "Adam MARTIN");
    }

    @Test
    void enDernierLaDateDeNaissance() {
        Eleve un = eleve("Adam", "Durand", MOULIN, "6A");
        Eleve autre = new Eleve(++suite, "Durand", "Adam", LocalDate.of(2014, 2, 1), MOULIN, "6A");
        exiger(List.of(un, autre), "Adam (03/05/2015)", "Adam (01/02/2014)");
    }

    @Test
    void unAccentOuLaCasseNeDistinguePas() {
        exiger(
                List.of(eleve("Chloé", "Durand", MOULIN, "6A"), eleve("CHLOE", "Le Gall", MOULIN, "6A")),
                "Chloé DURAND",
                "CHLOE LE GALL");
    }

    @Test
    void leNomCompletNeRepeteRienEtSePreciseDeMeme() {
        Eleve un = eleve("Adam", "Durand", MOULIN, "6A");
        Eleve deux = eleve("Adam", "Durand", ZOLA, "2B");
        Eleve autre = eleve("Adam", "Martin", ZOLA, "2B");
        assertThat(NomsDistincts.complets(List.of(un, deux, autre, un)))
                .hasSize(3)
                .containsEntry(un.id(), "Adam DURAND (Collège du Moulin)")
                .containsEntry(deux.id(), "Adam DURAND (Lycée Zola)")
                .containsEntry(autre.id(), "Adam MARTIN");
    }

    @Test
    void laClasseToujoursDiteNeSeRepetePas() {
        Eleve adam = eleve("Adam", "Durand", MOULIN, "5B");
        Eleve autre = eleve("Adam", "Durand", MOULIN, "6A");
        Eleve martin = eleve("ADAM", "Martin", MOULIN, "5B");
        Eleve jumeau = new Eleve(++suite, "Martin", "Adam", LocalDate.of(2014, 2, 1), MOULIN, "5B");
        Eleve sans = eleve("Adam", "Durand", MOULIN, null);
        assertThat(NomsDistincts.courtsEtClasse(List.of(adam, autre)).values())
                .containsExactly("Adam (5B)", "Adam (6A)");
        assertThat(NomsDistincts.courtsEtClasse(List.of(adam, autre, martin, jumeau, sans))
                        .values())
                .containsExactly(
                        "Adam DURAND (5B)",
                        "Adam (6A)",
                        "ADAM MARTIN (5B, 03/05/2015)",
                        "Adam MARTIN (5B, 01/02/2014)",
                        "Adam");
        assertThat(NomsDistincts.completsEtClasse(List.of(adam, autre, martin, jumeau, sans))
                        .values())
                .containsExactly(
                        "Adam DURAND (5B)",
                        "Adam DURAND (6A)",
                        "ADAM MARTIN (5B, 03/05/2015)",
                        "Adam MARTIN (5B, 01/02/2014)",
                        "Adam DURAND");
    }

    @Test
    void lEtablissementToujoursDitNeSeRepetePas() {
        Eleve adam = eleve("Adam", "Durand", MOULIN, "5B");
        Eleve zola = eleve("Adam", "Durand", ZOLA, "2B");
        Eleve pessac = eleve("Adam", "Durand", AUTRE_MOULIN, "5B");
        Eleve partout = adam.avec(zola);
        assertThat(NomsDistincts.courtsEtEtablissement(List.of(zola, adam, pessac))
                        .values())
                .containsExactly(
                        "Adam (Lycée Zola)", "Adam (Collège du Moulin, Talence)", "Adam (Collège du Moulin, Pessac)");
        assertThat(NomsDistincts.courtsEtEtablissement(List.of(partout, eleve("Adam", "Martin", ZOLA, "2B")))
                        .values())
                .containsExactly("Adam (Collège du Moulin, Lycée Zola)", "Adam (Lycée Zola)");
    }

    private static void exiger(List<Eleve> eleves, String... noms) {
        var lus = NomsDistincts.courts(eleves);
        assertThat(eleves.stream().map(e -> lus.get(e.id()))).containsExactlyElementsOf(Arrays.asList(noms));
        assertThat(lus.values()).doesNotHaveDuplicates();
        assertThat(NomsDistincts.complets(eleves).values()).doesNotHaveDuplicates();
    }

    private Eleve eleve(String prenom, String nom, Etablissement ou, @Nullable String classe) {
        return new Eleve(++suite, nom, prenom, LocalDate.of(2015, 5, 3), ou, classe);
    }

    private static Etablissement etablissement(String uai, String nom, String commune) {
        return new Etablissement(uai, NatureEtablissement.COLLEGE, nom, commune, null, null, null);
    }
}
