package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.LignesLues;
import fr.academie.teleservices.etablissement.Fermeture;
import fr.academie.teleservices.etablissement.FicheService;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que chaque question lit ne dépend pas du nombre de comptes : parmi dix mille, chaînés par trois, les index servent. */
class LigneeCoutTest {

    private static final int LIGNES = 400;

    private static final BaseDEssai BASE = BaseDEssai.partagee();

    private final Familles familles = new Familles(BASE);
    private final Atelier atelier = new Atelier(BASE.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private long garde;
    private long ferme;
    private long eleve;

    @BeforeAll
    static void remplir() {
        BASE.vider();
        ChainesEnNombre.remplir(BASE);
        ChainesEnNombre.relever(BASE);
    }

    @AfterAll
    static void vider() {
        ChainesEnNombre.vider(BASE);
    }

    @BeforeEach
    void famille() {
        BASE.executer("DELETE FROM radical_identifiant");
        String nom = "f" + UUID.randomUUID().toString().substring(0, 8);
        garde = familles.actif(nom);
        ferme = familles.actif(nom + ".autre");
        eleve = familles.eleve("Dylan");
        familles.lier(ferme, eleve);
        familles.attendu(ferme, eleve);
    }

    @Test
    void lesTroisQuestionsNeLisentQueLeursChaines() {
        long feuille = 1_000_000 + 300;
        long racine = feuille + 2;
        lisentPeu("absorbes", () -> assertThat(atelier.lignee.absorbes(racine)).hasSize(2));
        lisentPeu(
                "aboutissements",
                () -> assertThat(atelier.lignee.aboutissements(List.of(feuille)))
                        .containsEntry(feuille, racine));
        lisentPeu(
                "provenances",
                () -> assertThat(atelier.lignee
                                .provenances(racine, List.of(feuille + 1))
                                .values())
                        .flatExtracting(Provenance::arrivees)
                        .extracting(Arrivee::secondaireId)
                        .containsExactly(feuille + 1));
        lisentPeu(
                "porteurs",
                () -> assertThat(atelier.lignee.porteurs(List.of(new LienDOrigine(feuille, feuille))))
                        .containsValue(racine));
        long parti = 1_000_000 + 3 * 1500;
        lisentPeu(
                "porteurs après une rupture",
                () -> assertThat(atelier.lignee.porteurs(List.of(new LienDOrigine(parti, parti))))
                        .containsValue(2_001_500L));
    }

    @Test
    void regrouperEtCasserNeLisentQueLaFamille() {
        lisentPeu("regrouper", () -> DemandesDEssai.regrouper(atelier, garde, ferme));
        lisentPeu("casser", () -> atelier.casser(agent, atelier.ruptures.demander(agent, garde, List.of(eleve))));
        assertThat(BASE.compter("SELECT COUNT(*) FROM responsable_attendu AS a JOIN rupture AS u"
                        + " ON u.nouveau_id = a.responsable_id WHERE u.source_id = " + garde))
                .isEqualTo(1);
    }

    @Test
    void laFicheDUnCompteFermeNeLitQueSaSuite() {
        FicheService fiches = new FicheService(atelier.comptes, atelier.transactions, atelier.bureau);
        long feuille = 1_000_000 + 3 * 1500;
        lisentPeu(
                "fiche",
                () -> assertThat(Objects.requireNonNull(fiches.consulter(agent, feuille)
                                        .orElseThrow()
                                        .fermeture())
                                .suites())
                        .extracting(Fermeture.Suite::id)
                        .containsExactly(feuille + 2, 2_001_500L));
    }

    private static void lisentPeu(String nom, LignesLues.Geste geste) {
        try {
            assertThat(LignesLues.pendant(BASE, geste))
                    .as("lignes lues par « " + nom + " »")
                    .isLessThan(LIGNES);
        } catch (Exception e) {
            throw new AssertionError(nom, e);
        }
    }
}
