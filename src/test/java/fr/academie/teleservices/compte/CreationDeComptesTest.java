package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** La création d'un compte : son identifiant, et personne d'autre qui l'ait. */
class CreationDeComptesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @ParameterizedTest
    @CsvSource({
        "Cristelle, DURAND, , cristelle.durand",
        "Jean-Pierre, D’Almeida, , jeanpierre.dalmeida",
        "Éloïse, Lefèvre-Cœur, , eloise.lefevrecoeur",
        "Anne, MARTIN, Petit, anne.petit",
        "李, 王, , responsable",
        "Zoé, 王, , zoe"
    })
    void lIdentifiantEstPrenomPointNom(String prenom, String nom, String usage, String attendu) {
        assertThat(CreationDeComptes.radical(new Identite(nom, usage, prenom))).isEqualTo(attendu);
    }

    @Test
    void unNumeroSuitUnIdentifiantPrisFutCeParUnAgentUnEleveOuUnCompteFerme() {
        familles.compte("cristelle.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.agentSansEtablissement("cristelle.durand1", "ASSISTANCE");
        familles.etablissement();
        base.executer("INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai) VALUES ('cristelle.durand2',"
                + " 'DURAND', 'Cristelle', '2012-01-01', '" + Familles.UAI + "')");

        Compte cree = atelier.creations.creer(new NouveauCompte("MME", identite(), "c@exemple.fr", null));

        assertThat(cree.identifiant().valeur()).isEqualTo("cristelle.durand3");
        assertThat(base.lire("SELECT etat, mot_de_passe, mail, mail_confirme_le, civilite FROM responsable WHERE id = "
                        + cree.id()))
                .containsExactly("CREE|∅|c@exemple.fr|∅|MME");
    }

    @Test
    void enNombreChacunALePremierNumeroLibreMemeSiUnAutreRadicalLePrend() {
        familles.compte("cristelle.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.agentSansEtablissement("cristelle.durand1", "ASSISTANCE");
        familles.etablissement();
        base.executer("INSERT INTO eleve (identifiant, nom, prenom, date_naissance, uai) VALUES ('cristelle.durand2',"
                + " 'DURAND', 'Cristelle', '2012-01-01', '" + Familles.UAI + "')");
        familles.compte("cristelle.durand5", "DURAND", null, "Cristelle", "ACTIF", "x", "NULL");
        familles.compte("cristelle.durandel", "DURANDEL", null, "Cristelle", "ACTIF", "x", "NULL");

        List<CreationDeComptes.Fait> faits = atelier.transactions.executer(() ->
                atelier.creations.creerEnNombre(Stream.of("DURAND", "DURAND 4", "DURAND", "MARTIN", "DURAND")
                        .map(nom -> new CreationDeComptes.ACreer(
                                new NouveauCompte(null, new Identite(nom, null, "Cristelle"), null, null),
                                null,
                                null,
                                null))
                        .toList()));

        assertThat(faits)
                .extracting(fait -> fait.identifiant().valeur())
                .containsExactly(
                        "cristelle.durand3",
                        "cristelle.durand4",
                        "cristelle.durand6",
                        "cristelle.martin",
                        "cristelle.durand7");
        assertThat(faits)
                .allSatisfy(fait -> assertThat(base.lire("SELECT identifiant FROM responsable WHERE id = " + fait.id()))
                        .containsExactly(fait.identifiant().valeur()));
    }

    @Test
    void plusieursAgentsALaFoisNeFontJamaisLeMeme() throws Exception {
        ExecutorService agents = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> demandes = new ArrayList<>(IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(i -> () -> atelier.creations
                            .creer(new NouveauCompte(null, identite(), null, null))
                            .identifiant()
                            .valeur())
                    .toList());
            Set<String> obtenus = new HashSet<>();
            for (Future<String> fait : agents.invokeAll(demandes)) {
                assertThat(obtenus.add(fait.get())).isTrue();
            }
            assertThat(obtenus)
                    .isEqualTo(IntStream.range(0, 40)
                            .mapToObj(i -> "cristelle.durand" + (i == 0 ? "" : i))
                            .collect(Collectors.toSet()));
        } finally {
            agents.shutdownNow();
        }
    }

    private static Identite identite() {
        return new Identite("DURAND", null, "Cristelle");
    }
}
