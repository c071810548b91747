package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.socle.config.Reglages;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Deux serveurs qui démarrent ensemble donnent les droits l'un après l'autre : entre le don et le retrait de l'un, l'autre retirerait ce qui
 * n'y est plus, et ne démarrerait pas.
 */
@Timeout(60)
class DroitsEnsembleTest {

    private static final String APPLICATION = "ensemble@'127.0.0.1'";
    private static final String SCRIPTS = "scripts@'127.0.0.1'";

    private final BaseDEssai base = BaseDEssai.partagee();

    @BeforeEach
    void creerLesComptes() {
        base.executer(
                "CREATE USER " + APPLICATION + " IDENTIFIED BY 'ensemble'",
                "GRANT SELECT, INSERT ON teleservices.* TO " + APPLICATION,
                "CREATE USER " + SCRIPTS + " IDENTIFIED BY 'scripts'",
                "GRANT ALL ON teleservices.* TO " + SCRIPTS + " WITH GRANT OPTION");
    }

    @AfterEach
    void oublierLesComptes() {
        base.executer("DROP USER " + APPLICATION, "DROP USER " + SCRIPTS);
    }

    @Test
    void leSecondAttendQueLePremierAitFini() throws Exception {
        Reglages reglages = Atelier.reglages(Map.of(
                "base.url", base.base().url(),
                "base.utilisateur", "ensemble",
                "base.mot_de_passe", "ensemble",
                "base.migration.utilisateur", "scripts",
                "base.migration.mot_de_passe", "scripts"));
        try (HikariDataSource source = SourceDeDonnees.reserve(reglages.base());
                Connection premier = base.base().administration().getConnection();
                Statement verrou = premier.createStatement()) {
            verrou.execute("SELECT GET_LOCK('" + Droits.VERROU + "', 0)");
            CompletableFuture<Void> second = CompletableFuture.runAsync(new Droits(reglages, source)::donner);
            assertThat(second)
                    .as("il attend")
                    .failsWithin(Duration.ofSeconds(2))
                    .withThrowableThat()
                    .isInstanceOf(TimeoutException.class);
            verrou.execute("SELECT RELEASE_LOCK('" + Droits.VERROU + "')");
            assertThat(second).as("puis les donne").succeedsWithin(Duration.ofSeconds(30));
        }
    }
}
