package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.scolarite.Identites;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce qu'une coupure, une attente ou une base sans écriture fait à qui attend devant sa page : vite, dit vrai, et en peu de lignes. */
@Timeout(60)
class TransactionsPannesTest {

    /** Ce que ces essais ont de patience, pour ne pas durer les huit secondes d'une page. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PLUS_QU_UNE_ATTENTE_DE_VERROU = Duration.ofSeconds(4);

    /** De quoi finir, au plus, l'essai commencé : la seconde qu'on laisse à chacun, et celle que prend une machine chargée. */
    private static final Duration DE_QUOI_FINIR = Duration.ofSeconds(2);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);
    private UUID jeton = new UUID(0, 0);

    @BeforeEach
    void installer() {
        base.vider();
        long principal = familles.actif("cristelle.durand");
        long secondaire = familles.cree("cristelle.durand1");
        familles.lier(secondaire, familles.eleve("Florian"));
        demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        jeton = DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
    }

    @Test
    void uneLectureHorsTransactionSurUneConnexionTueeEstRefaite() throws SQLException {
        DataSource une = base.source(base.base().url(), 1);
        Atelier seul = new Atelier(une);
        assertThat(seul.comptes.parId(demandeur.responsableId())).isPresent();
        tuerLaConnexion(une);
        List<LogRecord> traces = traces(
                LecturesRefaites.class,
                () -> assertThat(seul.comptes.parId(demandeur.responsableId())).isPresent());
        assertThat(traces).hasSize(1).allSatisfy(t -> assertThat(t.getThrown()).isNull());
    }

    @Test
    void uneTransactionSurUneConnexionTueeEstRejoueeEtNeLaisseQuUneLigne() throws SQLException {
        DataSource une = base.source(base.base().url(), 1);
        Atelier seul = new Atelier(une);
        String vue = seul.vue(demandeur, jeton);
        tuerLaConnexion(une);
        List<LogRecord> traces = traces(Transactions.class, () -> seul.regroupements.confirmer(demandeur, jeton, vue));
        assertThat(traces).filteredOn(t -> t.getMessage().contains("rejouée")).hasSize(1);
        assertThat(traces).allSatisfy(t -> assertThat(t.getThrown()).isNull());
        assertThat(seul.regroupements.fait(demandeur, jeton)).isPresent();
    }

    @Test
    void unVerrouTenuNeFaitPasAttendrePlusQueLaPatience() throws SQLException {
        var avant = Invariants.photographie(base);
        String vue = atelier.vue(demandeur, jeton);
        try (Connection verrou = base.base().administration().getConnection();
                Statement requete = verrou.createStatement()) {
            verrou.setCatalog("teleservices");
            verrou.setAutoCommit(false);
            requete.executeQuery("SELECT id FROM responsable FOR UPDATE");
            Throwable erreur = chronometrer(
                    PLUS_QU_UNE_ATTENTE_DE_VERROU, () -> atelier.regroupements.confirmer(demandeur, jeton, vue));
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            verrou.rollback();
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    @Test
    void uneValidationSansReponseSeDitInconnueAvantLaFinDeLaPatience() throws Exception {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            String vue = parLeMandataire.vue(demandeur, jeton);
            mandataire.couper(MandataireMariaDb.Coupure.SILENCE);
            Throwable erreur = chronometrer(() -> parLeMandataire.regroupements.confirmer(demandeur, jeton, vue));
            assertThat(erreur)
                    .isInstanceOfSatisfying(
                            RegroupementRefuse.class,
                            refus -> assertThat(refus.code()).isEqualTo(RefusRegroupement.ISSUE_INCONNUE));
        }
        atelier.regrouper(demandeur, jeton);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void uneLectureSansReponseCedeALaFinDeLaPatience(boolean reserveDesLectures) throws SQLException {
        try (HikariDataSource source = base.source(base.base().url(), 1);
                Connection verrou = base.base().administration().getConnection();
                Statement requete = verrou.createStatement()) {
            Identites lectures = new Identites(new Transactions(
                    source, reserveDesLectures ? new Lectures(source) : Lectures.parmiLesTransactions()));
            verrou.setCatalog("teleservices");
            requete.execute("LOCK TABLES eleve WRITE");
            Throwable erreur = chronometrer(lectures::connaitDesEleves);
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            requete.execute("UNLOCK TABLES");
            assertThat(chronometrer(lectures::connaitDesEleves)).isNull();
            try (Connection rendue = source.getConnection()) {
                assertThat(rendue.getNetworkTimeout()).isEqualTo(15_000);
            }
        }
    }

    @Test
    void uneBaseMuetteNeRetientPersonnePlusQueLaPatience() throws Exception {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            assertThat(parLeMandataire.comptes.parId(demandeur.responsableId())).isPresent();
            mandataire.retenir(Duration.ofSeconds(40));
            Throwable erreur = chronometrer(() -> parLeMandataire.comptes.parId(demandeur.responsableId()));
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
        }
    }

    /** Il y a plus d'une demi-seconde que ces connexions n'ont servi : la réserve les éprouve avant de les donner. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eprouverUneConnexionQuiSeTaitSOteDeLaPatience(boolean enTransaction) throws Exception {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            assertThat(parLeMandataire.comptes.parId(demandeur.responsableId())).isPresent();
            Thread.sleep(600);
            mandataire.retenir(Duration.ofSeconds(40));
            Throwable erreur = chronometrer(() -> lire(parLeMandataire, enTransaction));
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void attendreUneConnexionSOteDeLaPatience(boolean enTransaction) throws Exception {
        try (HikariDataSource une = base.source(base.base().url(), 1);
                Connection verrou = base.base().administration().getConnection();
                Statement requete = verrou.createStatement()) {
            Atelier seul = new Atelier(une);
            verrou.setCatalog("teleservices");
            requete.execute("LOCK TABLES responsable WRITE");
            Connection tenue = une.getConnection();
            CompletableFuture<Void> rendue = CompletableFuture.runAsync(
                    () -> rendre(tenue), CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
            Throwable erreur = chronometrer(() -> lire(seul, enTransaction));
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            rendue.join();
            requete.execute("UNLOCK TABLES");
        }
    }

    /** L'avoir obtenue n'y change rien : qui l'a attendue n'attend plus autant une réponse. */
    @Test
    void uneConnexionObtenueApresUneAttenteSOteDeLaPatience() throws Exception {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                HikariDataSource une = base.source(mandataire.url(), 1)) {
            Atelier seul = new Atelier(une);
            Connection tenue = une.getConnection();
            CompletableFuture<Void> rendue = CompletableFuture.runAsync(
                    () -> rendre(tenue), CompletableFuture.delayedExecutor(2_500, TimeUnit.MILLISECONDS));
            Throwable erreur = chronometrer(Duration.ofSeconds(3), () -> {
                lire(seul, false);
                mandataire.retenir(Duration.ofSeconds(40));
                lire(seul, false);
            });
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.INDISPONIBLE);
            rendue.join();
        }
    }

    private void lire(Atelier atelier, boolean enTransaction) {
        if (enTransaction) {
            atelier.transactions.executer(() -> atelier.comptes.parId(demandeur.responsableId()));
        } else {
            atelier.comptes.parId(demandeur.responsableId());
        }
    }

    private static void rendre(Connection tenue) {
        try {
            tenue.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void toutesLesAttentesDUneDemandeTiennentEnsembleDansSaPatience() throws SQLException {
        try (Connection verrou = base.base().administration().getConnection();
                Statement requete = verrou.createStatement()) {
            verrou.setCatalog("teleservices");
            requete.execute("LOCK TABLES responsable WRITE");
            chronometrer(() -> {
                for (int i = 0; i < 2; i++) {
                    assertThat(catchThrowable(() -> atelier.comptes.parId(demandeur.responsableId())))
                            .isNotNull();
                }
                throw new IllegalStateException("la demande continue sans la base");
            });
            requete.execute("UNLOCK TABLES");
        }
    }

    @Test
    void uneReserveEpuiseeEstUnePanneEtNonUneFaute() throws SQLException {
        DataSource une = base.source(base.base().url(), 1);
        Atelier seul = new Atelier(une);
        try (Connection tenue = une.getConnection()) {
            assertThat(tenue.isClosed()).isFalse();
            Throwable lecture = chronometrer(() -> seul.comptes.parId(demandeur.responsableId()));
            assertThat(PanneDeLaBase.de(lecture)).contains(PanneDeLaBase.INDISPONIBLE);
        }
        assertThat(seul.comptes.parId(demandeur.responsableId())).isPresent();
    }

    @Test
    void uneBaseEnLectureSeuleSeReconnaitEtNePerdRien() {
        String vue = atelier.vue(demandeur, jeton);
        var avant = Invariants.photographie(base);
        base.executer("SET GLOBAL read_only = 1");
        try {
            Throwable erreur = chronometrer(() -> atelier.regroupements.confirmer(demandeur, jeton, vue));
            assertThat(PanneDeLaBase.de(erreur)).contains(PanneDeLaBase.LECTURE_SEULE);
        } finally {
            base.executer("SET GLOBAL read_only = 0");
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    @ParameterizedTest
    @CsvSource({
        "1021, HY000, 'Disk full', LECTURE_SEULE",
        "1030, HY000, 'Got error 28 \"No space left on device\" from storage engine InnoDB', LECTURE_SEULE",
        "1114, HY000, 'The table is full', LECTURE_SEULE",
        "1836, HY000, 'Running in read-only mode', LECTURE_SEULE",
        "1205, HY000, 'Lock wait timeout exceeded', INDISPONIBLE",
        "1040, 08004, 'Too many connections', INDISPONIBLE",
        "-1, 25S03, 'In progress transaction was lost', INDISPONIBLE",
        "1062, 23000, 'Duplicate entry', ",
        "1142, 42000, 'SELECT command denied', ",
    })
    void chaqueCodeSaPanne(int code, String etat, String message, PanneDeLaBase attendue) {
        RuntimeException enveloppe = new IllegalStateException(new SQLException(message, etat, code));
        assertThat(PanneDeLaBase.de(enveloppe).orElse(null)).isEqualTo(attendue);
    }

    @ParameterizedTest
    @CsvSource({"-1, 42000, true", "0, 08000, true", "1045, 28000, false", "1049, 42000, false"})
    void uneReserveSansConnexionEstUnePanneSaufSiLeServeurEnRefuse(int code, String etat, boolean panne) {
        SQLException cause = new SQLException("pas de connexion", etat, code);
        RuntimeException enveloppe =
                new IllegalStateException(new SQLTransientConnectionException("request timed out", etat, cause));
        assertThat(PanneDeLaBase.de(enveloppe))
                .isEqualTo(panne ? Optional.of(PanneDeLaBase.INDISPONIBLE) : Optional.empty());
    }

    private void tuerLaConnexion(DataSource une) throws SQLException {
        try (Connection connexion = une.getConnection();
                Statement requete = connexion.createStatement();
                var lue = requete.executeQuery("SELECT CONNECTION_ID()")) {
            lue.next();
            base.executer("KILL " + lue.getLong(1));
        }
    }

    /** L'erreur d'un geste qu'une personne attend, et qui n'a pas duré. */
    private static Throwable chronometrer(ThrowingCallable geste) {
        return chronometrer(PATIENCE, geste);
    }

    private static Throwable chronometrer(Duration patience, ThrowingCallable geste) {
        long debut = System.nanoTime();
        Throwable erreur =
                catchThrowable(() -> Patience.<Exception, RuntimeException>auPlus(patience, () -> executer(geste)));
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(patience.plus(DE_QUOI_FINIR));
        return erreur;
    }

    private static void executer(ThrowingCallable geste) throws Exception {
        try {
            geste.call();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static List<LogRecord> traces(Class<?> de, ThrowingCallable geste) {
        List<LogRecord> vues = new ArrayList<>();
        Handler capture = new Handler() {
            @Override
            public void publish(LogRecord trace) {
                vues.add(trace);
            }

            @Override
            public void flush() {
                // Rien n'est retenu : chaque trace est vue aussitôt.
            }

            @Override
            public void close() {
                // Rien n'est ouvert.
            }
        };
        Logger journal = Logger.getLogger(de.getName());
        journal.addHandler(capture);
        try {
            assertThat(catchThrowable(geste)).isNull();
        } finally {
            journal.removeHandler(capture);
        }
        return vues;
    }
}
