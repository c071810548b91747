package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.rupture.RuptureRefusee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Le rapprochement pendant que des parents regroupent et que des établissements cassent : chaque élève garde ses liens, un seul gagne. */
class RapprochementConcurrenceTest {

    private static final int MANCHES = 20;
    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
    }

    /** Le titulaire regroupe le compte que le rapprochement ferme, avec un troisième : l'un des deux, jamais les deux. */
    @Test
    void unParentQuiRegroupeLeMemeCompte() throws Exception {
        int parLeParent = 0;
        for (int manche = 0; manche < MANCHES; manche++) {
            long actif = avecUnEleve(familles.actif("a" + manche), manche);
            long cree = avecUnEleve(familles.cree("b" + manche), manche);
            String tiers = "t" + manche;
            Demandeur demandeur = Atelier.demandeur(familles.actif(tiers), tiers, familles.session(tiers));
            UUID jeton = DemandesDEssai.ouvrir(atelier, demandeur, cree);
            String vue = atelier.vue(demandeur, jeton);
            long id = valide();
            Invariants invariants = Invariants.depuis(base);

            List<Boolean> issues = courir(() -> faire(id), () -> {
                try {
                    atelier.regroupements.confirmer(demandeur, jeton, vue);
                    return true;
                } catch (RegroupementRefuse e) {
                    return false;
                }
            });

            invariants.verifier();
            assertThat(issues.get(0)).isNotEqualTo(issues.get(1));
            assertThat(base.compter("SELECT COUNT(*) FROM regroupement WHERE secondaire_id = " + cree))
                    .isOne();
            assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE etat = 'ACTIF' AND id = " + actif))
                    .isOne();
            parLeParent += issues.get(1) ? 1 : 0;
        }
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
        assertThat(parLeParent).isBetween(0, MANCHES);
    }

    /** L'établissement casse le compte qui reste, ou celui qui se ferme : rien ne se perd, et ce qui est séparé le reste. */
    @Test
    void uneRuptureDeLUnOuDeLAutre() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            long actif = avecUnEleve(familles.actif("a" + manche), manche);
            long cree = avecUnEleve(familles.cree("b" + manche), manche);
            long casse = manche % 2 == 0 ? actif : cree;
            long part = familles.eleve("Dylan");
            familles.lier(casse, part);
            familles.constat(
                    rapprochement.dire(casse, "MME", "m" + manche + "@exemple.fr", "06120000" + (10 + manche)), part);
            UUID jeton = atelier.ruptures.demander(agent, casse, List.of(part));
            String vue = atelier.vue(agent, jeton);
            long id = valide();
            atelier.horloge.avancer(Duration.ofSeconds(1));
            Invariants invariants = Invariants.depuis(base);

            courir(() -> faire(id), () -> {
                try {
                    atelier.ruptures.confirmer(agent, jeton, vue);
                    return true;
                } catch (RuptureRefusee e) {
                    return false;
                }
            });

            invariants.verifier();
            long avant = ouverts();
            rapprochement.rapprocher();
            assertThat(base.lire("SELECT u.source_id FROM rupture AS u JOIN regroupement AS g"
                            + " ON g.secondaire_id = u.nouveau_id AND g.origine = 'RAPPROCHEMENT'"))
                    .isEmpty();
            assertThat(ouverts()).isLessThanOrEqualTo(avant);
        }
    }

    /** Un serveur qu'on croyait mort et celui qui a repris sa tâche font le même rapprochement : chaque groupe une fois. */
    @Test
    void deuxServeursSurLeMemeRapprochement() throws Exception {
        for (int i = 0; i < MANCHES; i++) {
            avecUnEleve(familles.actif("a" + i), i);
            avecUnEleve(familles.cree("b" + i), i);
        }
        long id = valide();
        Invariants invariants = Invariants.depuis(base);

        courir(() -> faire(id), () -> faire(id));

        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
        assertThat(rapprochement.rapprochements.bilan(id).issues())
                .containsOnly(Map.entry(IssueDUnePaire.FAITE, MANCHES));
    }

    private long avecUnEleve(long compte, int manche) {
        long eleve = familles.eleve("Enfant");
        familles.lier(compte, eleve);
        long personne = rapprochement.dire(compte, "MME", "m" + manche + "@exemple.fr", "06120000" + (10 + manche));
        familles.constat(personne, eleve);
        return compte;
    }

    private long valide() {
        long id = rapprochement.apercu();
        assertThat(rapprochement.rapprochements.valider(id, AtelierDuRapprochement.EXPLOITATION))
                .isTrue();
        base.executer("DELETE FROM tache");
        return id;
    }

    private boolean faire(long id) {
        rapprochement.execution.poursuivre(id, () -> false);
        return rapprochement.rapprochements.bilan(id).issues().containsKey(IssueDUnePaire.FAITE);
    }

    private long ouverts() {
        return base.compter("SELECT COUNT(*) FROM responsable WHERE etat <> 'FERME'");
    }

    @SafeVarargs
    private static List<Boolean> courir(Callable<Boolean>... gestes) throws Exception {
        CyclicBarrier depart = new CyclicBarrier(gestes.length);
        List<Callable<Boolean>> courses = new ArrayList<>();
        for (Callable<Boolean> geste : gestes) {
            courses.add(() -> {
                depart.await();
                return geste.call();
            });
        }
        List<Boolean> issues = new ArrayList<>();
        for (Future<Boolean> course : FILS.invokeAll(courses)) {
            issues.add(course.get());
        }
        return issues;
    }
}
