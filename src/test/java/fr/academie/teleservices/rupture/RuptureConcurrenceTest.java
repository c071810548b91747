package fr.academie.teleservices.rupture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deux agents, ou un agent et un responsable, sur le même compte au même instant : un seul gagne, l'autre apprend pourquoi. */
@Tag("courses")
class RuptureConcurrenceTest {

    private static final int MANCHES = Math.min(30, Integer.getInteger("courses.manches", 30));
    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private final Agent collegue = Atelier.agent("cpe.moulin", Familles.UAI);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    @Test
    void deuxAgentsCassentLeMemeRegroupementUnSeulGagne() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            long eleve = familles.eleve("Dylan");
            long a = familles.actif("a" + manche);
            long b = familles.actif("b" + manche);
            familles.lier(b, eleve);
            regrouper(a, b);
            Invariants invariants = Invariants.depuis(base);
            UUID un = atelier.ruptures.demander(agent, a, List.of(eleve));
            UUID autre = atelier.ruptures.demander(collegue, a, List.of(eleve));
            assertThat(courir(List.of(casser(agent, un), casser(collegue, autre))))
                    .containsExactlyInAnyOrder("FAIT", "DEJA_ROMPU");
            invariants.verifier();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM rupture")).isEqualTo(MANCHES);
    }

    @Test
    void unTripleClicNeFaitQuUnCompte() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            long eleve = familles.eleve("Dylan");
            long a = familles.actif("a" + manche);
            familles.lier(a, eleve);
            Invariants invariants = Invariants.depuis(base);
            UUID jeton = atelier.ruptures.demander(agent, a, List.of(eleve));
            assertThat(courir(List.of(casser(agent, jeton), casser(agent, jeton), casser(agent, jeton))))
                    .containsOnly("FAIT");
            invariants.verifier();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isEqualTo(2L * MANCHES);
    }

    @Test
    void uneRuptureEtUnRegroupementNeSeMelentPas() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            long eleve = familles.eleve("Dylan");
            long a = familles.actif("a" + manche);
            long b = familles.actif("b" + manche);
            familles.lier(b, eleve);
            Demandeur demandeur = demandeur(a);
            UUID regroupement = DemandesDEssai.ouvrir(atelier, demandeur, b);
            Invariants invariants = Invariants.depuis(base);
            UUID rupture = atelier.ruptures.demander(agent, b, List.of(eleve));
            String vue = atelier.vue(demandeur, regroupement);
            List<String> issues = courir(List.of(casser(agent, rupture), () -> {
                atelier.regroupements.confirmer(demandeur, regroupement, vue);
                return "FAIT";
            }));
            assertThat(List.of(List.of("FAIT", "COMPTES_CHANGES"), List.of("COMPTE_FERME", "FAIT")))
                    .contains(issues);
            invariants.verifier();
        }
    }

    @Test
    void uneRuptureEtUneDeclarationDuResponsableSeSuivent() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            long eleve = familles.eleve("Dylan");
            long a = familles.actif("a" + manche);
            familles.lier(a, eleve);
            Invariants invariants = Invariants.depuis(base);
            UUID rupture = atelier.ruptures.demander(agent, a, List.of(eleve));
            Demandeur demandeur = demandeur(a);
            List<String> issues = courir(List.of(
                    casser(agent, rupture),
                    () -> atelier.contestations.contester(demandeur, eleve) ? "FAIT" : "PLUS_RATTACHE"));
            assertThat(List.of(List.of("FAIT", "PLUS_RATTACHE"), List.of("ELEVE_NON_ACTIF", "FAIT")))
                    .contains(issues);
            invariants.verifier();
        }
    }

    @Test
    void desComptesNouveauxFaitsEnsembleNOntJamaisLeMemeIdentifiant() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            List<Callable<String>> courses = new ArrayList<>();
            for (String nom : List.of("a", "b", "c")) {
                long eleve = familles.eleve("Dylan");
                long compte = familles.actif(nom + manche);
                familles.lier(compte, eleve);
                courses.add(casser(agent, atelier.ruptures.demander(agent, compte, List.of(eleve))));
            }
            assertThat(courir(courses)).containsOnly("FAIT");
        }
        assertThat(base.compter("SELECT COUNT(DISTINCT identifiant) FROM responsable WHERE identifiant LIKE"
                        + " 'cristelle.durand%'"))
                .isEqualTo(3L * MANCHES);
    }

    private void regrouper(long principal, long secondaire) throws RegroupementRefuse {
        Demandeur demandeur = demandeur(principal);
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
    }

    private Demandeur demandeur(long id) {
        return Atelier.demandeur(
                id, atelier.comptes.parId(id).orElseThrow().identifiant().valeur(), 1);
    }

    private Callable<String> casser(Agent qui, UUID jeton) {
        String vue = atelier.vue(qui, jeton);
        return () -> {
            atelier.ruptures.confirmer(qui, jeton, vue);
            return "FAIT";
        };
    }

    /** Les issues dans l'ordre des courses : FAIT, ou le code du refus. */
    private static List<String> courir(List<Callable<String>> courses) throws Exception {
        CyclicBarrier depart = new CyclicBarrier(courses.size());
        List<Callable<String>> partants = new ArrayList<>();
        for (Callable<String> course : courses) {
            partants.add(() -> {
                depart.await();
                try {
                    return course.call();
                } catch (RuptureRefusee e) {
                    return e.code().name();
                } catch (RegroupementRefuse e) {
                    return e.code().name();
                }
            });
        }
        List<String> issues = new ArrayList<>();
        for (Future<String> issue : FILS.invokeAll(partants)) {
            issues.add(issue.get());
        }
        return issues;
    }
}
