package fr.academie.teleservices.socle.persistance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.socle.config.Reglages;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sslMode=verify-full} contre une vraie MariaDB en TLS : la bonne autorité et le bon nom passent, et eux seuls. */
@EssaiLong("une base qui exige TLS, et un certificat qui ment ; LiaisonDeLaBaseTest garde l'adresse lue")
@Timeout(60)
class LiaisonChiffreeTest {

    // Posés par JUnit puis par demarrer(), avant tout essai : NullAway ne suit pas ces deux-là.
    /** Chaque refus ne se dit qu'au bout de l'attente de la réserve, cinq secondes : les quatre s'attendent ensemble. */
    private static final Map<Refus, CompletableFuture<Throwable>> REFUS = new EnumMap<>(Refus.class);

    private static final ExecutorService FILS = Executors.newFixedThreadPool(Refus.values().length);

    private enum Refus {
        AUTRE_NOM,
        AUTORITE_INCONNUE,
        SANS_TLS,
        MOT_DE_PASSE
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path dossier;

    @SuppressWarnings("NullAway.Init")
    private static BaseEmbarquee enTls;

    @SuppressWarnings("NullAway.Init")
    private static Path autorite;

    @BeforeAll
    static void demarrer() throws Exception {
        Certificats certificats = new Certificats(dossier);
        autorite = certificats.autorite("bonne");
        Path certificat = certificats.serveur("localhost", "bonne");
        enTls = BaseEmbarquee.demarrerEnTls(certificat, certificats.cle());
        int sansTls = BaseDEssai.partagee().base().port();
        refuser(Refus.AUTRE_NOM, reglages("127.0.0.1", enTls.port(), autorite));
        refuser(Refus.AUTORITE_INCONNUE, reglages("localhost", enTls.port(), certificats.autorite("inconnue")));
        refuser(Refus.SANS_TLS, reglages("localhost", sansTls, autorite));
        refuser(
                Refus.MOT_DE_PASSE,
                Atelier.reglages(Map.of(
                        "base.url", "jdbc:mariadb://127.0.0.1:" + enTls.port() + "/teleservices",
                        "base.utilisateur", "teleservices",
                        "base.mot_de_passe", "pas celui-là")));
    }

    private static void refuser(Refus cas, Reglages reglages) {
        REFUS.put(cas, CompletableFuture.supplyAsync(() -> catchThrowable(verifier(reglages)), FILS));
    }

    @AfterAll
    static void arreter() {
        FILS.shutdown();
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
        assertThat(refus(Refus.AUTRE_NOM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("n'est pas au nom que donne « base.url »");
    }

    @Test
    void uneAutoriteInconnueEstRefusee() {
        assertThat(refus(Refus.AUTORITE_INCONNUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("n'est pas signé par l'autorité que donne « base.url »");
    }

    @Test
    void uneBaseSansTlsEstRefusee() {
        assertThat(refus(Refus.SANS_TLS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ne propose pas de liaison chiffrée");
    }

    /** Un mot de passe faux n'est pas un défaut de la liaison. */
    @Test
    void unRefusQuiVientDAilleursGardeSaPhrase() {
        assertThat(refus(Refus.MOT_DE_PASSE)).hasMessageContaining("La base ne répond pas");
    }

    private static Throwable refus(Refus cas) {
        return requireNonNull(REFUS.get(cas)).join();
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
