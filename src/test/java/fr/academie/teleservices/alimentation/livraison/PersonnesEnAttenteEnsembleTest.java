package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Deux bureaux, ou un bureau et l'annuaire, servent ensemble la même personne : elle n'a qu'un compte, et tous ses numéros y mènent. */
class PersonnesEnAttenteEnsembleTest {

    private static final int MANCHES = 15;
    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final AtelierDImport creer = new AtelierDImport(base);
    private final CreationService bureau = PersonnesEnAttenteTest.bureau(creer.atelier);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    @TempDir
    private Path dossier;

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    @BeforeEach
    void vider() throws Exception {
        base.vider();
        familles.etablissement();
        creer.importer(PersonnesEnAttenteTest.siecle(), dossier);
    }

    private void courir(Callable<?> un, Callable<?> autre) throws Exception {
        CyclicBarrier depart = new CyclicBarrier(2);
        List<Future<Object>> courses = FILS.invokeAll(List.<Callable<Object>>of(
                () -> {
                    depart.await();
                    return un.call();
                },
                () -> {
                    depart.await();
                    return autre.call();
                }));
        for (Future<Object> course : courses) {
            course.get();
        }
        assertThat(base.lire("SELECT identifiant FROM responsable")).containsExactly("cristelle.durand");
        assertThat(base.lire("SELECT i.numero, r.identifiant FROM identite_responsable AS i"
                        + " LEFT JOIN responsable AS r ON r.id = i.responsable_id ORDER BY 1"))
                .containsExactly("2900001|cristelle.durand", "91001|cristelle.durand");
        assertThat(base.lire("SELECT DISTINCT r.identifiant FROM constat AS c"
                        + " LEFT JOIN responsable AS r ON r.id = c.responsable_id"))
                .containsExactly("cristelle.durand");
    }

    @RepeatedTest(MANCHES)
    void deuxBureaux() throws Exception {
        new AtelierDImport(base.source(), Map.of("alimentation.comptes", "attendre"))
                .importer(PersonnesEnAttenteTest.complet("20261124"), dossier);
        List<Attendu> attendus = bureau.attendus(agent, null, null);
        assertThat(attendus).hasSize(2);
        courir(
                () -> bureau.creer(agent, attendus.get(0).id()),
                () -> bureau.creer(agent, attendus.get(1).id()));
    }

    @RepeatedTest(MANCHES)
    void unBureauEtLAnnuaire() throws Exception {
        long attendu = bureau.attendus(agent, null, null).get(0).id();
        Livraison livraison =
                creer.preparer(PersonnesEnAttenteTest.complet("20261124").poser(dossier));
        creer.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        // Le lot suivant est celui des personnes.
        while (base.compter("SELECT etape FROM livraison WHERE id = " + livraison.id()) < 2) {
            creer.application.avancer(livraison.id(), new Rythme(100));
        }
        courir(() -> bureau.creer(agent, attendu), () -> {
            creer.appliquer(livraison, 100);
            return livraison;
        });
    }
}
