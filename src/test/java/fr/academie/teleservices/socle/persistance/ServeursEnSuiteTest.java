package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mariadb.jdbc.MariaDbDataSource;

/** Une adresse qui nomme deux serveurs : l'application ne tient qu'à celui qui s'écrit, et suit la promotion sans être redémarrée. */
@Timeout(60)
class ServeursEnSuiteTest {

    // Posée par demarrer(), avant tout essai : NullAway ne suit pas celle-là.
    @SuppressWarnings("NullAway.Init")
    private static BaseEmbarquee replique;

    private final BaseDEssai maitre = BaseDEssai.partagee();

    @BeforeAll
    static void demarrer() {
        replique = BaseEmbarquee.demarrer(0, false);
    }

    @AfterAll
    static void arreter() {
        replique.close();
    }

    @BeforeEach
    void figer() {
        regler("read_only = 1");
    }

    @Test
    void celuiQuiNeSEcritPasEstPasseMemeNommeLePremier() throws SQLException {
        try (HikariDataSource reserve = reserve(replique.port(), maitre.base().port())) {
            assertThat(port(reserve)).isEqualTo(maitre.base().port());
        }
    }

    @Test
    void leMaitreMortLaRepliquePromuePrendSaPlaceSansRienRedemarrer() throws SQLException, IOException {
        MandataireMariaDb aMourir = new MandataireMariaDb(maitre.base().port());
        try (HikariDataSource reserve = reserve(aMourir.port(), replique.port())) {
            assertThat(port(reserve)).isEqualTo(maitre.base().port());

            aMourir.partir();
            assertThat(catchThrowable(() -> port(reserve)))
                    .as("la connexion ouverte est perdue, sans que le pilote en change")
                    .matches(PanneDeLaBase::estUneCoupure);
            Throwable entreTemps = catchThrowable(() -> port(reserve));
            assertThat(PanneDeLaBase.de(entreTemps)).contains(PanneDeLaBase.INDISPONIBLE);
            assertThat(PanneDeLaBase.enBref(entreTemps)).contains(":" + replique.port(), "read_only");

            regler("read_only = 0");
            assertThat(port(reserve)).isEqualTo(replique.port());
            try (MandataireMariaDb revenu = new MandataireMariaDb(maitre.base().port(), aMourir.port())) {
                assertThat(revenu.port()).isEqualTo(aMourir.port());
                assertThat(port(reserve)).isEqualTo(replique.port());
            }
        }
    }

    @Test
    void lesScriptsPassentAussiParCeluiQuiSEcrit() {
        Migrations migrations = new Migrations(
                Atelier.reglages(Map.of(
                        "base.url", url(replique.port(), maitre.base().port()),
                        "base.mot_de_passe", "teleservices",
                        "base.migration.utilisateur", "teleservices",
                        "base.migration.mot_de_passe", "teleservices")),
                maitre.source());
        assertThat(migrations.passer()).isZero();
    }

    @Test
    void laReserveDuServeurDApplicationsNEnNommeQuUn() throws SQLException {
        MariaDbDataSource jndi = new MariaDbDataSource(url(maitre.base().port(), replique.port()));
        jndi.setUser("teleservices");
        jndi.setPassword("teleservices");
        assertThatThrownBy(verification(jndi)::verifier)
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContaining("base.url")
                .hasMessageContaining("base.jndi");
    }

    /** Source : MariaDB, « Semisynchronous Replication » : AFTER_COMMIT, de règle, montre aux autres ce que la réplique n'a pas encore. */
    @Test
    void unMaitreSemiSynchroneAttendLaRepliqueAvantDeMontrer() {
        regler("read_only = 0", "rpl_semi_sync_master_wait_point = AFTER_COMMIT", "rpl_semi_sync_master_enabled = 1");
        try (HikariDataSource reserve = maitre.source(replique.url(), 1)) {
            VerificationDeLaBase verification = verification(reserve);
            assertThatThrownBy(verification::verifier)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("rpl_semi_sync_master_wait_point = AFTER_SYNC");
            regler("rpl_semi_sync_master_wait_point = AFTER_SYNC");
            verification.verifier();
            assertThat(sansReplique(verification)).isZero();
            regler("rpl_semi_sync_master_enabled = 0");
            verification.verifier();
            assertThat(sansReplique(verification)).isOne();
        } finally {
            regler("rpl_semi_sync_master_enabled = 0");
        }
    }

    private VerificationDeLaBase verification(DataSource source) {
        return new VerificationDeLaBase(
                source, Atelier.reglages(Map.of("base.url", url(maitre.base().port(), replique.port()))));
    }

    private static long sansReplique(VerificationDeLaBase verification) {
        return verification.mesures().get(0).lecture().getAsLong();
    }

    private static void regler(String... reglages) {
        for (String reglage : reglages) {
            new Requetes(replique).executer("SET GLOBAL " + reglage);
        }
    }

    private HikariDataSource reserve(int premier, int second) {
        return maitre.source(url(premier, second), 2);
    }

    private static String url(int premier, int second) {
        return "jdbc:mariadb:sequential://127.0.0.1:" + premier + ",127.0.0.1:" + second + "/teleservices";
    }

    private static int port(DataSource source) throws SQLException {
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement();
                ResultSet lu = requete.executeQuery("SELECT @@port")) {
            lu.next();
            return lu.getInt(1);
        }
    }
}
