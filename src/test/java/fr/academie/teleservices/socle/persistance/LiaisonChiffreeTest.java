package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.socle.config.Reglages;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sslMode=verify-full} contre une vraie MariaDB en TLS : la bonne autorité et le bon nom passent, et eux seuls. */
@Timeout(60)
class LiaisonChiffreeTest {

    // Posés par JUnit puis par demarrer(), avant tout essai : NullAway ne suit pas ces deux-là.
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path dossier;

    @SuppressWarnings("NullAway.Init")
    private static BaseEmbarquee enTls;

    @SuppressWarnings("NullAway.Init")
    private static Path autorite;

    @SuppressWarnings("NullAway.Init")
    private static Path inconnue;

    @BeforeAll
    static void demarrer() throws Exception {
        Certificats certificats = new Certificats(dossier);
        autorite = certificats.autorite("bonne");
        inconnue = certificats.autorite("inconnue");
        Path certificat = certificats.serveur("localhost", "bonne");
        enTls = BaseEmbarquee.demarrerEnTls(certificat, certificats.cle());
    }

    @AfterAll
    static void arreter() {
        enTls.close();
    }

    @Test
    void laBonneAutoriteEtLeBonNomPassentEtLaLiaisonEstChiffree() throws SQLException {
        Reglages reglages = reglages("localhost", enTls.port(), autorite);
        try (HikariDataSource source = SourceDeDonnees.reserve(reglages.base())) {
            assertThatCode(new VerificationDeLaBase(source, reglages)::verifier).doesNotThrowAnyException();
            try (Connection connexion = source.getConnection();
                    Statement requete = connexion.createStatement();
                    ResultSet lu = requete.executeQuery("SHOW STATUS LIKE 'Ssl_version'")) {
                assertThat(lu.next()).isTrue();
                assertThat(lu.getString(2)).startsWith("TLSv1.");
            }
        }
    }

    @Test
    void unAutreNomEstRefuse() {
        assertThatThrownBy(verifier(reglages("127.0.0.1", enTls.port(), autorite)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("n'est pas au nom que donne « base.url »");
    }

    @Test
    void uneAutoriteInconnueEstRefusee() {
        assertThatThrownBy(verifier(reglages("localhost", enTls.port(), inconnue)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("n'est pas signé par l'autorité que donne « base.url »");
    }

    @Test
    void uneBaseSansTlsEstRefusee() {
        int port = BaseDEssai.partagee().base().port();
        assertThatThrownBy(verifier(reglages("localhost", port, autorite)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ne propose pas de liaison chiffrée");
    }

    /** Un mot de passe faux n'est pas un défaut de la liaison. */
    @Test
    void unRefusQuiVientDAilleursGardeSaPhrase() {
        Reglages faux = Atelier.reglages(Map.of(
                "base.url", "jdbc:mariadb://127.0.0.1:" + enTls.port() + "/teleservices",
                "base.utilisateur", "teleservices",
                "base.mot_de_passe", "pas celui-là"));
        assertThatThrownBy(verifier(faux)).hasMessageContaining("La base ne répond pas");
    }

    private static ThrowingCallable verifier(Reglages reglages) {
        return () -> {
            try (HikariDataSource source = SourceDeDonnees.reserve(reglages.base())) {
                new VerificationDeLaBase(source, reglages).verifier();
            }
        };
    }

    private static Reglages reglages(String hote, int port, Path autoriteCrue) {
        return Atelier.reglages(Map.of(
                "base.url",
                "jdbc:mariadb://" + hote + ":" + port + "/teleservices?sslMode=verify-full&serverSslCert="
                        + autoriteCrue,
                "base.utilisateur",
                "teleservices",
                "base.mot_de_passe",
                "teleservices"));
    }
}
