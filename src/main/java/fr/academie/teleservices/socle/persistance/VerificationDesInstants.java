package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Refuse de démarrer sur une source de données qui ne garderait pas les instants en UTC : ils s'écriraient à l'heure de la machine, une
 * ou plusieurs heures à côté de ceux que la base date elle-même.
 *
 * <p>Rien n'est écrit : chaque témoin va à la base en paramètre et en revient, par la source réglée, JNDI ou non.
 */
@Singleton
public final class VerificationDesInstants {

    /** L'été, l'hiver, et les nuits où l'heure locale revient ou saute : un seul ne dirait rien d'un serveur à l'heure d'hiver. */
    private static final List<Instant> TEMOINS = List.of(
            Instant.parse("2026-07-01T12:00:00.123Z"),
            Instant.parse("2026-12-01T12:00:00.123Z"),
            Instant.parse("2026-10-25T00:30:00.123Z"),
            Instant.parse("2026-10-25T01:30:00.123Z"),
            Instant.parse("2027-03-28T01:30:00.123Z"),
            Instant.parse("2027-03-28T02:30:00.123Z"));

    /**
     * Plus qu'une dérive d'horloge tenue par NTP, moins que ce qui fausserait l'attente après des essais manqués ou effacerait trop tôt ceux
     * des autres serveurs.
     */
    public static final Duration ECART_ADMIS = Duration.ofMinutes(1);

    private static final String HEURE_DE_LA_BASE =
            "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000";

    private static final String ALLER_RETOUR = "SELECT CAST(? AS DATETIME(3)),"
            + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', CAST(? AS DATETIME(3))) DIV 1000,"
            + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000,"
            + " TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())";

    private final DataSource source;
    private final Reglages.Base base;
    private final Clock horloge;

    @Inject
    public VerificationDesInstants(DataSource source, Reglages reglages, Clock horloge) {
        this(source, reglages.base(), horloge);
    }

    VerificationDesInstants(DataSource source, Reglages.Base base, Clock horloge) {
        this.source = source;
        this.base = base;
        this.horloge = horloge;
    }

    /**
     * Lève {@link IllegalStateException} avec le réglage à corriger et l'endroit où il se trouve.
     *
     * @throws HorlogesEnDesaccord si c'est l'heure seule qui diffère : attendre peut y suffire
     */
    public void verifier() {
        try (Connection connexion = source.getConnection();
                PreparedStatement requete = connexion.prepareStatement(ALLER_RETOUR)) {
            for (Instant temoin : TEMOINS) {
                verifier(requete, temoin);
            }
            connexion.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "La base n'a pas rendu l'instant qu'on lui confiait : vérifiez base.url.", e);
        }
    }

    private void verifier(PreparedStatement requete, Instant temoin) throws SQLException {
        requete.setTimestamp(1, Timestamp.from(temoin));
        requete.setTimestamp(2, Timestamp.from(temoin));
        try (ResultSet lu = requete.executeQuery()) {
            lu.next();
            Timestamp relu = lu.getTimestamp(1);
            Instant enBase = Instant.ofEpochMilli(lu.getLong(2));
            Instant heureDeLaBase = Instant.ofEpochMilli(lu.getLong(3));
            if (!enBase.equals(temoin)) {
                throw faute("l'instant " + temoin + " y devient " + enBase);
            }
            if (!relu.toInstant().equals(temoin)) {
                throw faute("l'instant " + temoin + " en revient " + relu.toInstant());
            }
            if (lu.getLong(4) != 0) {
                throw faute("NOW() y diffère de l'heure UTC de "
                        + Duration.ofSeconds(lu.getLong(4)).toMinutes() + " min");
            }
            Duration ecart = Duration.between(heureDeLaBase, horloge.instant());
            if (ecart.abs().compareTo(ECART_ADMIS) > 0) {
                throw new HorlogesEnDesaccord(phrase(ecart));
            }
        }
    }

    /** Ce dont l'horloge de ce serveur avance (positive) ou retarde sur celle de la base, à un aller-retour près. */
    public Duration derive() {
        try (Connection connexion = source.getConnection();
                PreparedStatement requete = connexion.prepareStatement(HEURE_DE_LA_BASE);
                ResultSet lue = requete.executeQuery()) {
            lue.next();
            Duration ecart = Duration.between(Instant.ofEpochMilli(lue.getLong(1)), horloge.instant());
            connexion.rollback();
            return ecart;
        } catch (SQLException e) {
            throw new IllegalStateException("La base n'a pas dit l'heure.", e);
        }
    }

    /** Ce que l'exploitation doit faire de cet écart. */
    public static String phrase(Duration ecart) {
        return "L'horloge de ce serveur et celle de MariaDB diffèrent de "
                + ecart.abs().toSeconds() + " s : réglez-les sur la même heure (NTP), " + ECART_ADMIS.toMinutes()
                + " min d'écart au plus.";
    }

    private IllegalStateException faute(String constat) {
        String remede = base.jndi() == null
                ? "retirez de « base.url » (teleservices.properties) tout réglage timezone, connectionTimeZone,"
                        + " forceConnectionTimeZoneToSession ou preserveInstants"
                : "dans « connectionProperties » de la ressource « " + base.jndi()
                        + " » (context.xml.default de Tomcat), mettez timezone=UTC;preserveInstants=true";
        return new IllegalStateException(
                "La base ne garde pas les instants en UTC (" + constat + ") : " + remede + ".");
    }
}
