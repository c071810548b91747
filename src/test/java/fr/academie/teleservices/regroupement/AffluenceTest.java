package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cinquante parents prouvent un compte au même instant. */
class AffluenceTest {

    private static final int PARENTS = 50;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final List<Demandeur> parents = new ArrayList<>();

    @BeforeEach
    void installer() {
        base.vider();
        parents.clear();
        for (int i = 0; i < PARENTS; i++) {
            String identifiant = "parent" + i;
            long id = familles.actif(identifiant);
            familles.cree("autre" + i);
            parents.add(new Demandeur(
                    id,
                    new Identifiant(identifiant),
                    familles.session(identifiant),
                    "192.0.2." + (i + 1),
                    Niveau.FRAIS,
                    null));
        }
    }

    @Test
    void tousPassentALeurTour() throws InterruptedException {
        assertThat(prouverTous(Map.of("hachage.simultanes", "2", "hachage.attente", "1 min")))
                .isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isEqualTo(PARENTS);
    }

    @Test
    void quandLaFileEstPleineLesAutresSontPriesDeRevenirEtRienNeLeurEstCompte() throws InterruptedException {
        Map<String, String> lents = new HashMap<>(Atelier.COUT_DU_PRODUIT);
        lents.putAll(Map.of("hachage.simultanes", "1", "hachage.file", "5"));
        Map<RefusRegroupement, Integer> refus = prouverTous(lents);

        int satures = refus.getOrDefault(RefusRegroupement.SERVICE_SATURE, 0);
        assertThat(refus.keySet()).containsExactly(RefusRegroupement.SERVICE_SATURE);
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isEqualTo(PARENTS - satures);
        assertThat(base.compter("SELECT COUNT(*) FROM essai WHERE operation = 'REGROUPEMENT'"))
                .isZero();
    }

    private Map<RefusRegroupement, Integer> prouverTous(Map<String, String> reglages) throws InterruptedException {
        Atelier atelier = new Atelier(base.source(), Atelier.reglages(reglages), Atelier.profil(Map.of()));
        ExecutorService fils = Executors.newFixedThreadPool(PARENTS);
        Map<RefusRegroupement, Integer> refus = new EnumMap<>(RefusRegroupement.class);
        try {
            List<Callable<Boolean>> preuves = new ArrayList<>();
            for (int i = 0; i < PARENTS; i++) {
                Demandeur parent = parents.get(i);
                String autre = "autre" + i;
                preuves.add(() -> atelier.preuves.prouver(parent, autre, Familles.MOT_DE_PASSE) != null);
            }
            for (Future<Boolean> preuve : fils.invokeAll(preuves)) {
                try {
                    preuve.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RegroupementRefuse refuse)) {
                        throw new AssertionError(e);
                    }
                    refus.merge(refuse.code(), 1, Integer::sum);
                }
            }
        } finally {
            fils.shutdownNow();
        }
        return refus;
    }
}
