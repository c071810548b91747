package fr.academie.teleservices.socle.persistance;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.HaMode;

/**
 * Des connexions au seul des serveurs de l'adresse qui s'écrit : le maître, ou la réplique promue à sa place. Celui qui est mort, ou en
 * lecture seule, est passé. S'il n'y en a qu'un, c'est lui, quoi qu'il permette.
 *
 * <p>Le pilote, à qui l'on donne plusieurs serveurs, prend le premier qui répond : un ancien maître revenu en lecture seule retiendrait
 * l'application. Et il change de serveur sous une connexion ouverte ; ici elle se perd, et {@link Transactions} sait quoi en faire.
 */
final class ServeursEnSuite implements DataSource {

    /** Le code du pilote quand rien n'a répondu ; ceux d'un serveur sont positifs. */
    private static final int SILENCE = -1;

    /** {@code read_only} est un nombre, et un mot depuis MariaDB 12. */
    private static final Set<String> S_ECRIT = Set.of("0", "OFF");

    private final List<Configuration> serveurs;
    /** Le dernier qui s'écrivait : on commence par lui, un serveur éteint coûterait son délai à chaque connexion. */
    private volatile int dernier;

    /**
     * Les serveurs de cette adresse.
     *
     * @param adresse adresse JDBC, telle que le pilote la lit
     * @param pilote ce que le pilote règle de plus
     */
    ServeursEnSuite(String adresse, @Nullable String utilisateur, @Nullable String motDePasse, Properties pilote) {
        Properties toutes = new Properties();
        toutes.putAll(pilote);
        toutes.setProperty("user", Objects.requireNonNullElse(utilisateur, ""));
        toutes.setProperty("password", Objects.requireNonNullElse(motDePasse, ""));
        Configuration lue = LiaisonDeLaBase.lire(adresse, toutes);
        serveurs = lue.addresses().size() == 1
                ? List.of(lue)
                : lue.addresses().stream().map(hote -> seul(lue, hote)).toList();
    }

    private static Configuration seul(Configuration commune, HostAddress hote) {
        return commune.toBuilder().addresses(hote).haMode(HaMode.NONE).build();
    }

    boolean sontPlusieurs() {
        return serveurs.size() > 1;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!sontPlusieurs()) {
            return Driver.connect(serveurs.get(0));
        }
        int premier = dernier;
        SQLException refus = null;
        for (int i = 0; i < serveurs.size(); i++) {
            int rang = (premier + i) % serveurs.size();
            try {
                Connection ouverte = ouvrirPourEcrire(serveurs.get(rang));
                dernier = rang;
                return ouverte;
            } catch (SQLException e) {
                // Ce que dit un serveur qui répond apprend plus que le silence d'un autre.
                if (refus == null || e.getErrorCode() != SILENCE) {
                    refus = e;
                }
            }
        }
        throw Objects.requireNonNull(refus);
    }

    private static Connection ouvrirPourEcrire(Configuration serveur) throws SQLException {
        Connection ouverte = Driver.connect(serveur);
        try (Statement ordre = ouverte.createStatement();
                ResultSet lu = ordre.executeQuery("SELECT @@global.read_only")) {
            lu.next();
            if (S_ECRIT.contains(lu.getString(1))) {
                return ouverte;
            }
        } catch (SQLException e) {
            ouverte.close();
            throw e;
        }
        ouverte.close();
        HostAddress hote = serveur.addresses().get(0);
        throw new SQLNonTransientConnectionException(
                "Le serveur MariaDB " + hote.host + ":" + hote.port
                        + " est en lecture seule (read_only) : ce n'est pas le maître.",
                "08004");
    }

    /** Le compte est celui qui lui fut donné. */
    @Override
    public Connection getConnection(String utilisateur, String motDePasse) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter traces) {
        // Le pilote écrit par SLF4J.
    }

    @Override
    public void setLoginTimeout(int secondes) {
        // Le délai est celui du pilote, connectTimeout.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.mariadb.jdbc");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Cette source n'est pas un " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
