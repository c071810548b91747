package fr.academie.teleservices.contestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.scolarite.EtatRattachement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** « Je ne suis pas le représentant légal de cet élève » : tout ou rien, une fois, et pour ses propres élèves seulement. */
@Tag("fuseau")
class ContestationServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final ContestationService contestations = atelier.contestations;

    private long compte;
    private long dylan;
    private long ines;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        dylan = familles.eleve("Dylan");
        ines = familles.eleve("Inès");
        familles.lier(compte, dylan);
        familles.lier(compte, ines, 2, 38, "ACTIF");
        demandeur = Atelier.demandeur(compte, "cristelle.durand", 1);
    }

    @Test
    void leLienEstContesteEtToutLeDit() {
        assertThat(contestations.contester(demandeur, ines)).isTrue();

        assertThat(liens()).isEqualTo(List.of(dylan + "|1|10|ACTIF", ines + "|2|38|CONTESTE"));
        assertThat(base.compter("SELECT version FROM responsable WHERE id = " + compte))
                .isEqualTo(1);
        assertThat(base.lire("SELECT action, responsable_id, acteur, acteur_profil, adresse,"
                        + " JSON_VALUE(details, '$.eleve'), JSON_VALUE(details, '$.avant.etat'),"
                        + " JSON_VALUE(details, '$.apres.etat') FROM journal"))
                .isEqualTo(List.of("CONTESTATION|" + compte + "|cristelle.durand|RESPONSABLE|127.0.0.1|" + ines
                        + "|ACTIF|CONTESTE"));
        assertThat(base.lire("SELECT type, responsable_id, JSON_VALUE(charge, '$.compte'),"
                        + " JSON_VALUE(charge, '$.rattachements[0].etat'),"
                        + " JSON_VALUE(charge, '$.rattachements[1].eleve.uai'),"
                        + " JSON_VALUE(charge, '$.rattachements[1].etat') FROM evenement"))
                .isEqualTo(List.of(
                        "RATTACHEMENTS_MODIFIES|" + compte + "|cristelle.durand|ACTIF|" + Familles.UAI + "|CONTESTE"));
        assertThat(atelier.scolarite.enfants(compte))
                .extracting(e -> e.etat())
                .isEqualTo(List.of(EtatRattachement.ACTIF, EtatRattachement.CONTESTE));
    }

    @Test
    void unSecondEnvoiNeChangeRien() {
        contestations.contester(demandeur, ines);
        var apres = Invariants.photographie(base);

        assertThat(contestations.contester(demandeur, ines)).isTrue();

        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    @Test
    void dixEnvoisEnMemeTempsNEcriventQuUneFois() throws InterruptedException, ExecutionException {
        ExecutorService fils = Executors.newFixedThreadPool(10);
        try {
            List<Future<Boolean>> envois = IntStream.range(0, 10)
                    .mapToObj(i -> fils.submit(() -> contestations.contester(demandeur, ines)))
                    .toList();
            for (Future<Boolean> envoi : envois) {
                assertThat(envoi.get()).isTrue();
            }
        } finally {
            fils.shutdownNow();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM journal")).isEqualTo(1);
        assertThat(base.compter("SELECT COUNT(*) FROM evenement")).isEqualTo(1);
    }

    @Test
    void lEleveDUnAutreUnLienRetireOuUnNumeroInconnuNeChangentRien() {
        long autre = familles.actif("nadia.benali");
        long yanis = familles.eleve("Yanis");
        long noe = familles.eleve("Noé");
        familles.lier(autre, yanis);
        familles.lier(compte, noe, 1, 10, "RETIRE");
        var avant = Invariants.photographie(base);

        assertThat(contestations.contester(demandeur, yanis)).isFalse();
        assertThat(contestations.contester(demandeur, noe)).isFalse();
        assertThat(contestations.contester(demandeur, 999_999)).isFalse();

        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    @Test
    void unePanneEnCoursDeRouteNeLaisseRien() {
        var avant = Invariants.photographie(base);
        base.executer("RENAME TABLE evenement TO evenement_absent");
        try {
            assertThatThrownBy(() -> contestations.contester(demandeur, ines)).isInstanceOf(RuntimeException.class);
        } finally {
            base.executer("RENAME TABLE evenement_absent TO evenement");
        }

        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    private List<String> liens() {
        return base.lire("SELECT eleve_id, niveau, lien, etat FROM rattachement ORDER BY eleve_id");
    }
}
