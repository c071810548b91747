package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.socle.config.Reglages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Ce que le démarrage exige de la source de données, et la phrase par laquelle il s'arrête. */
class VerificationDesInstantsTest {

    private static final String JNDI = "java:comp/env/jdbc/teleservices";
    private static final TimeZone FUSEAU_DES_ESSAIS = TimeZone.getDefault();

    private final BaseDEssai base = BaseDEssai.partagee();

    @AfterEach
    void remettreLeFuseau() {
        TimeZone.setDefault(FUSEAU_DES_ESSAIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Paris", "Indian/Reunion", "America/Cayenne", "Indian/Mayotte", "Pacific/Tahiti"})
    void laReserveDeLApplicationGardeLUtcPartout(String fuseau) {
        TimeZone.setDefault(TimeZone.getTimeZone(fuseau));

        assertThatCode(verification(base.source(), null)::verifier).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Indian/Reunion", "Pacific/Tahiti"})
    void laRessourceLivreePourTomcatGardeLUtcPartout(String fuseau) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(fuseau));

        assertThatCode(verification(parJndi(proprietesLivrees()), JNDI)::verifier)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Europe/Paris, 2026-07-01T14:00", "Indian/Reunion, 2026-07-01T16:00", "Pacific/Tahiti, 2026-07-01T02:00"
    })
    void uneRessourceSansPreserveInstantsArreteLeDemarrage(String fuseau, String ecrit) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(fuseau));
        Map<String, String> proprietes = proprietesLivrees();
        proprietes.remove("preserveInstants");

        assertThatThrownBy(verification(parJndi(proprietes), JNDI)::verifier)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "l'instant 2026-07-01T12:00:00.123Z y devient " + ecrit,
                        "« connectionProperties »",
                        JNDI,
                        "context.xml.default",
                        "timezone=UTC;preserveInstants=true");
    }

    @Test
    void uneSessionALHeureLocaleArreteLeDemarrage() throws IOException {
        Map<String, String> proprietes = proprietesLivrees();
        proprietes.put("sessionVariables", "time_zone='+04:00'");
        proprietes.put("forceConnectionTimeZoneToSession", "false");
        proprietes.put("connectionTimeZone", "UTC");
        proprietes.remove("timezone");

        assertThatThrownBy(verification(parJndi(proprietes), JNDI)::verifier)
                .hasMessageContainingAll("NOW() y diffère de l'heure UTC de 240 min", "timezone=UTC");
    }

    @Test
    void uneAdresseJdbcQuiChangeLeFuseauEstNommee() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));

        assertThatThrownBy(verification(base.source(base.base().url() + "?preserveInstants=false", 2), null)::verifier)
                .hasMessageContainingAll("« base.url »", "teleservices.properties", "preserveInstants");
    }

    @ParameterizedTest
    @ValueSource(longs = {-120, 60})
    void deuxHorlogesQuiNeSAccordentPasFontAttendre(long minutes) {
        Clock decalee = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));

        assertThatThrownBy(new VerificationDesInstants(base.source(), reglages(null), decalee)::verifier)
                .isInstanceOf(HorlogesEnDesaccord.class)
                .hasMessageContainingAll("L'horloge de ce serveur et celle de MariaDB diffèrent de", "NTP");
    }

    @Test
    void rienNEstEcrit() {
        var avant = base.lire("SHOW GLOBAL STATUS LIKE 'Innodb_rows_inserted'");
        verification(base.source(), null).verifier();

        assertThat(base.lire("SHOW GLOBAL STATUS LIKE 'Innodb_rows_inserted'")).isEqualTo(avant);
    }

    private static VerificationDesInstants verification(DataSource source, @Nullable String jndi) {
        return new VerificationDesInstants(source, reglages(jndi), Clock.systemUTC());
    }

    private static Reglages.Base reglages(@Nullable String jndi) {
        return new Reglages.Base(
                jndi, "jdbc:mariadb://127.0.0.1/teleservices", "x", "x", 2, true, 0, null, null, null, null, false);
    }

    /** Ce que la réserve de Tomcat donne au pilote : les {@code connectionProperties} de la ressource livrée. */
    private static Map<String, String> proprietesLivrees() throws IOException {
        Matcher livrees = Pattern.compile("connectionProperties=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("conf/tomcat/context.xml.default")));
        assertThat(livrees.find()).isTrue();
        Map<String, String> proprietes = new TreeMap<>();
        for (String reglage : livrees.group(1).split(";", -1)) {
            int egal = reglage.indexOf('=');
            proprietes.put(reglage.substring(0, egal), reglage.substring(egal + 1));
        }
        return proprietes;
    }

    /** Une source aux propriétés du pilote, comme celle d'un serveur. */
    private DataSource parJndi(Map<String, String> proprietes) {
        try {
            MariaDbDataSource source =
                    new MariaDbDataSource(base.base().url() + "?" + String.join("&", ecrire(proprietes)));
            source.setUser(base.base().utilisateur());
            source.setPassword(base.base().motDePasse());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ecrire(Map<String, String> proprietes) {
        return proprietes.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .toList();
    }
}
