package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.EssaiLong;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** La base embarquée : ses droits, sa durabilité, ses phrases quand elle ne peut pas démarrer. */
@EssaiLong("la base des essais, démarrée de cinq façons ; MigrationsTest emploie la même")
class BaseEmbarqueeTest {

    /** Les données d'un port choisi restent d'une fois sur l'autre : pas dans le cache de l'utilisateur. */
    private static final Path DONNEES = Path.of("target", "essais-base").toAbsolutePath();

    @AfterAll
    static void effacer() throws IOException {
        Dossiers.effacer(DONNEES);
    }

    @Test
    void estDurableEnUtf8EtBorneeASaBase() throws SQLException {
        try (BaseEmbarquee base = BaseEmbarquee.demarrer(0, false);
                Connection connexion =
                        new MariaDbDataSource(base.url()).getConnection(base.utilisateur(), base.motDePasse());
                Statement ordre = connexion.createStatement()) {
            assertThat(lire(ordre, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(lire(ordre, "SELECT @@innodb_doublewrite")).isIn("1", "ON");
            assertThat(lire(ordre, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(lire(ordre, "SELECT @@collation_database")).isEqualTo("utf8mb4_uca1400_ai_ci");
            assertThat(lire(ordre, "SELECT @@character_set_server")).isEqualTo("utf8mb4");
            ordre.execute("CREATE TABLE essai (id INT PRIMARY KEY)");
            assertThatThrownBy(() -> lire(ordre, "SELECT COUNT(*) FROM mysql.user"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> ordre.execute("CREATE DATABASE autre")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> new MariaDbDataSource(base.url()).getConnection("inconnu", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> new MariaDbDataSource(base.url()).getConnection("root", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void donneUnAccesDAdministrateurEtUnLecteurDeVue() throws SQLException {
        try (BaseEmbarquee base = BaseEmbarquee.demarrer(0, false)) {
            try (Connection connexion = base.source().getConnection();
                    Statement ordre = connexion.createStatement()) {
                ordre.execute("CREATE TABLE essai (id INT PRIMARY KEY)");
                ordre.execute("INSERT INTO essai VALUES (7)");
                ordre.execute("CREATE VIEW vue AS SELECT id FROM essai");
            }
            try (Connection connexion = base.administration().getConnection();
                    Statement ordre = connexion.createStatement()) {
                ordre.execute("SET GLOBAL innodb_lock_wait_timeout = 1");
            }
            try (Connection connexion = base.lecteurDe("vue", "lecteur").getConnection();
                    Statement ordre = connexion.createStatement()) {
                assertThat(lire(ordre, "SELECT id FROM vue")).isEqualTo("7");
                assertThatThrownBy(() -> lire(ordre, "SELECT id FROM essai")).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void conserveLesDonneesSeulementSiOnLeDemande() throws SQLException {
        int port = Ports.choisir();
        try (BaseEmbarquee base = lancee(port, false)) {
            executer(base, "CREATE TABLE essai (id INT PRIMARY KEY)");
            assertThat(base.donneesConservees()).isFalse();
        }
        try (BaseEmbarquee base = lancee(port, true)) {
            assertThat(base.donneesConservees()).isTrue();
            executer(base, "INSERT INTO essai VALUES (1)");
        }
        try (BaseEmbarquee base = lancee(port, false)) {
            assertThat(base.donneesConservees()).isFalse();
            assertThatThrownBy(() -> executer(base, "INSERT INTO essai VALUES (2)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void ditQuUnPortEstPris() throws IOException {
        try (ServerSocket occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> BaseEmbarquee.demarrer(occupant.getLocalPort(), false))
                    .isInstanceOf(DemarrageImpossible.class)
                    .hasMessageContaining("Le port " + occupant.getLocalPort())
                    .hasMessageContaining("-Dport.base=");
        }
    }

    @Test
    void nommeLeMariadbdQuiTientEncoreLesDonnees() {
        int port = Ports.choisir();
        try (BaseEmbarquee base = lancee(port, false)) {
            assertThatThrownBy(() -> lancee(port, true))
                    .isInstanceOf(DemarrageImpossible.class)
                    .hasMessageContaining("processus " + base.processus().pid());
        }
    }

    @Test
    void sArreteDeuxFoisSansDommageEtLaisseLePortLibre() {
        BaseEmbarquee base = BaseEmbarquee.demarrer(0, false);
        ProcessHandle processus = base.processus();
        base.close();
        base.close();
        assertThat(processus.isAlive()).isFalse();
        assertThat(Ports.libre(base.port())).isTrue();
    }

    private static BaseEmbarquee lancee(int port, boolean conserver) {
        BaseEmbarquee base = new BaseEmbarquee(port, conserver, Dossiers.cache(), DONNEES);
        try {
            base.lancer();
            return base;
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private static void executer(BaseEmbarquee base, String sql) throws SQLException {
        try (Connection connexion = base.source().getConnection();
                Statement ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }

    private static String lire(Statement ordre, String sql) throws SQLException {
        try (ResultSet lignes = ordre.executeQuery(sql)) {
            assertThat(lignes.next()).isTrue();
            return lignes.getString(1);
        }
    }
}
