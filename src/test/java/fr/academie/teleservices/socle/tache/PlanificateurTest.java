package fr.academie.teleservices.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Attente;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Le travail de fond sur une vraie base : une fois, sur plusieurs serveurs, et repris quand un serveur meurt. */
class PlanificateurTest {

    private static final String NOM = "essai";
    private static final Duration MORT = Planificateur.BATTEMENT
            .multipliedBy(Planificateur.BATTEMENTS_MANQUES)
            .plusSeconds(1);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier.Horloge horloge = new Atelier.Horloge();
    private final Planificateur un = serveur(base.source());
    private final Planificateur autre = serveur(base.source());
    private final CountDownLatch fin = new CountDownLatch(1);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @AfterEach
    void arreter() {
        fin.countDown();
        un.arreter();
        autre.arreter();
    }

    @Test
    void deuxServeursNeFontJamaisDeuxFoisLaMemeTache() {
        Map<String, Integer> faites = new ConcurrentHashMap<>();
        AtomicInteger passages = new AtomicInteger();
        TacheDeposee deposee = new TacheDeposee(NOM, (id, arret) -> {
            faites.merge(id, 1, Integer::sum);
            return null;
        });
        TacheReguliere reguliere = new TacheReguliere("horaire", Duration.ofHours(1), passages::incrementAndGet);
        for (int i = 0; i < 60; i++) {
            un.deposer(NOM, "t" + i);
        }

        un.demarrer(List.of(reguliere), List.of(deposee));
        autre.demarrer(List.of(reguliere), List.of(deposee));
        Attente.que(() -> compter() == 0 && passages.get() > 0);

        assertThat(faites).hasSize(60).allSatisfy((id, fois) -> assertThat(fois).isEqualTo(1));
        assertThat(passages).hasValue(1);
        // La fin du passage fixe le suivant : avancer l'heure avant qu'elle soit écrite le repousserait d'autant.
        Attente.que(() -> base.compter("SELECT COUNT(*) FROM tache WHERE picked") == 0);
        horloge.avancer(Duration.ofHours(1));
        Attente.que(() -> passages.get() > 1);
        assertThat(passages).hasValue(2);
    }

    @Test
    void unServeurTueLaisseSaTacheAUnAutreEtCeQuElleAEcritNeSeRefaitPas() {
        HikariDataSource dUnMort = base.source(base.base().url(), 6);
        Planificateur mort = serveur(dUnMort);
        List<Boolean> ecrits = new ArrayList<>();
        CountDownLatch prise = new CountDownLatch(1);
        mort.demarrer(List.of(), List.of(new TacheDeposee(NOM, (id, arret) -> {
            ecrits.add(consommer(dUnMort, id));
            prise.countDown();
            attendreLaFin();
            return null;
        })));
        assertThat(mort.deposer(NOM, FabriqueJson.objet().add("quoi", 1).build(), 10))
                .isTrue();
        mort.eveiller();
        Attente.que(() -> prise.getCount() == 0);
        dUnMort.close();

        TacheDeposee suite = new TacheDeposee(NOM, (id, arret) -> {
            ecrits.add(consommer(base.source(), id));
            return null;
        });
        autre.demarrer(List.of(), List.of(suite));
        assertThat(base.lire("SELECT picked FROM tache"))
                .as("personne ne la vole à un vivant")
                .containsExactly("1");
        autre.arreter();
        horloge.avancer(MORT);
        autre.demarrer(List.of(), List.of(suite));
        Attente.que(() -> compter() == 0);

        assertThat(ecrits).containsExactly(true, false);
        fin.countDown();
        mort.arreter();
    }

    @Test
    void uneTacheQuiEchoueSeReprendPlusTardEtGardeCeQuElleDoitSavoir() {
        AtomicInteger essais = new AtomicInteger();
        un.demarrer(List.of(), List.of(new TacheDeposee(NOM, (id, arret) -> {
            if (essais.incrementAndGet() == 1) {
                throw new IllegalStateException("une panne");
            }
            return null;
        })));
        un.deposer(NOM, FabriqueJson.objet().add("quoi", "x").build(), 10);
        Attente.que(() -> "1"
                .equals(base.lire("SELECT IFNULL(MAX(consecutive_failures), 0) FROM tache")
                        .get(0)));

        assertThat(base.lire("SELECT task_data FROM tache")).containsExactly("{\"quoi\":\"x\"}");
        assertThat(essais).hasValue(1);
        horloge.avancer(Duration.ofSeconds(6));
        Attente.que(() -> compter() == 0);
        assertThat(essais).hasValue(2);
    }

    @Test
    void uneTacheReprendQuandElleLeDemande() {
        AtomicInteger tours = new AtomicInteger();
        un.demarrer(
                List.of(),
                List.of(new TacheDeposee(NOM, (id, arret) -> tours.incrementAndGet() < 3 ? horloge.instant() : null)));
        un.deposer(NOM, "une");
        Attente.que(() -> compter() == 0);
        assertThat(tours).hasValue(3);
    }

    @Test
    void lesDepotsSontBornesEtDisparaissentAvecLaTransactionQuiLesFait() {
        Transactions transactions = new Transactions(base.source());
        var donnees = FabriqueJson.objet().build();
        assertThat(un.deposer(NOM, donnees, 2)).isTrue();
        assertThat(un.deposer(NOM, donnees, 2)).isTrue();
        assertThat(un.deposer(NOM, donnees, 2)).isFalse();
        assertThat(compter()).isEqualTo(2);
        Planificateur dansLaTransaction = new Planificateur(base.source(), transactions, horloge);
        assertThatThrownBy(() -> transactions.executer(() -> {
                    dansLaTransaction.deposer("autre", "id");
                    throw new IllegalStateException("annulée");
                }))
                .hasMessage("annulée");
        assertThat(compter()).isEqualTo(2);
    }

    @Test
    void leDernierPassageDitCombienOuCeQuiLAEmpeche() {
        AtomicInteger resultat = new AtomicInteger(7);
        un.demarrer(
                List.of(
                        new TacheReguliere("bonne", Duration.ofMinutes(1), resultat::get),
                        new TacheReguliere("mauvaise", Duration.ofMinutes(1), () -> {
                            throw new IllegalStateException(
                                    "cristelle@exemple.fr", new IllegalArgumentException("secret"));
                        })),
                List.of());
        Attente.que(() -> autre.passages().size() == 2);

        Passage bonne = autre.passages().get(0);
        assertThat(bonne.nom()).isEqualTo("bonne");
        assertThat(bonne.resultat()).isEqualTo(7);
        assertThat(bonne.erreur()).isNull();
        assertThat(Duration.between(bonne.commenceLe(), horloge.instant()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(30));
        Passage mauvaise = autre.passages().get(1);
        assertThat(mauvaise.resultat()).isNull();
        assertThat(mauvaise.erreur()).isEqualTo("IllegalStateException < IllegalArgumentException");
    }

    @Test
    void unPassagePourRienNeSEcritQueToutesLesCinqMinutes() {
        AtomicInteger passages = new AtomicInteger();
        un.demarrer(
                List.of(new TacheReguliere(NOM, Duration.ofSeconds(2), () -> {
                    passages.incrementAndGet();
                    return 0;
                })),
                List.of());
        Attente.que(() -> un.passages().size() == 1);
        Instant premier = un.passages().get(0).commenceLe();
        Attente.que(() -> passages.get() == 2);
        assertThat(un.passages().get(0).commenceLe()).isEqualTo(premier);
        horloge.avancer(Passages.FRAICHEUR);
        Attente.que(() -> un.passages().get(0).commenceLe().isAfter(premier));
    }

    @Test
    void lArretLaisseLaSuiteAUnAutreEtAucunFilDerriereLui() {
        CountDownLatch prise = new CountDownLatch(1);
        un.demarrer(List.of(), List.of(new TacheDeposee(NOM, (id, arret) -> {
            prise.countDown();
            Attente.que(arret);
            return horloge.instant();
        })));
        un.deposer(NOM, "longue");
        Attente.que(() -> prise.getCount() == 0);
        long debut = System.nanoTime();
        un.arreter();

        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(5));
        assertThat(base.lire("SELECT picked, consecutive_failures FROM tache")).containsExactly("0|0");
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(nom -> nom.startsWith("taches"));
    }

    private boolean consommer(DataSource source, String id) {
        Transactions transactions = new Transactions(source);
        Planificateur planificateur = new Planificateur(source, transactions, horloge);
        return transactions.executer(() -> planificateur.lire(NOM, id).isPresent() && planificateur.consommer(NOM, id));
    }

    private void attendreLaFin() {
        try {
            fin.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long compter() {
        return base.compter("SELECT COUNT(*) FROM tache WHERE task_name <> 'horaire'");
    }

    private Planificateur serveur(DataSource source) {
        return new Planificateur(source, new Transactions(source), horloge);
    }
}
