package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.Reglages;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Produit la source de données : une réserve HikariCP, ou celle du serveur par JNDI. */
@Singleton
public final class SourceDeDonnees {

    private static final Logger LOG = LoggerFactory.getLogger(SourceDeDonnees.class);

    /**
     * Chacun écrit une pile de cent lignes par connexion coupée, que {@link Transactions} dit en une, et que l'incident dit en entier s'il y
     * en a un. Tenus ici : sans référence, leur seuil serait oublié avec eux.
     */
    private static final List<java.util.logging.Logger> BAVARDS =
            List.of("com.zaxxer.hikari.pool.ProxyConnection", "org.apache.ibatis.executor.BaseExecutor").stream()
                    .map(java.util.logging.Logger::getLogger)
                    .toList();

    static {
        BAVARDS.forEach(bavard -> bavard.setLevel(Level.SEVERE));
    }

    private static final int LECTURES_AU_REPOS = 2;
    private static final Duration ATTENTE_CONNEXION = Duration.ofSeconds(3);
    /** Une connexion au repos s'éprouve avant d'être donnée, et si elle se tait, une autre : bien moins que ce qu'on attend pour en avoir une. */
    private static final Duration EPREUVE_D_UNE_CONNEXION = Duration.ofSeconds(1);

    private static final int ATTENTE_VERROU_SECONDES = 3;
    /** Un maître que l'on fige sans l'arrêter garderait ses connexions, et ce qui s'y lirait serait d'hier ; le moins qu'admette HikariCP. */
    private static final Duration VIE_PARMI_PLUSIEURS = Duration.ofSeconds(30);

    @Produces
    @Singleton
    public DataSource produire(Reglages reglages) {
        return reglages.base().jndi() == null
                ? reserve(reglages.base(), reglages.diffusion().abonnes().size())
                : parJndi(reglages.base().jndi());
    }

    /** Celles de cette source : leur propre réserve, aussi grande, si la source est à nous. */
    @Produces
    @Singleton
    public Lectures lectures(Reglages reglages, DataSource transactions) {
        if (!(transactions instanceof HikariDataSource)) {
            return Lectures.parmiLesTransactions();
        }
        HikariConfig config = config(reglages.base());
        config.setPoolName("teleservices-lectures");
        config.setAutoCommit(true);
        config.setReadOnly(true);
        config.setMinimumIdle(LECTURES_AU_REPOS);
        return new Lectures(new Reserve(config));
    }

    /** Ferme la réserve des lectures. */
    public void fermer(@Disposes Lectures lectures) {
        if (lectures.reserve() != null) {
            lectures.reserve().close();
        }
    }

    /** Ferme la réserve et retire le pilote que ce WAR a chargé, pour qu'un redéploiement ne fuie pas. */
    public void fermer(@Disposes DataSource source) {
        if (source instanceof HikariDataSource reserve) {
            reserve.close();
        } else if (source instanceof SourceDuServeur serveur) {
            serveur.close();
        }
        for (Driver pilote : Collections.list(DriverManager.getDrivers())) {
            if (pilote.getClass().getClassLoader() == getClass().getClassLoader()) {
                try {
                    DriverManager.deregisterDriver(pilote);
                } catch (SQLException e) {
                    LOG.warn(
                            "Le pilote {} n'a pas pu être retiré.",
                            pilote.getClass().getName(),
                            e);
                }
            }
        }
    }

    /**
     * Une réserve dont chaque connexion naît prête : READ COMMITTED et validation explicite, pour qu'une transaction ne paie aucun
     * aller-retour de réglage.
     */
    public static HikariDataSource reserve(Reglages.Base base) {
        return reserve(base, 0);
    }

    /**
     * Comme {@link #reserve(Reglages.Base)}.
     *
     * @param enPlus connexions ajoutées à celles du réglage : une remise en tient une le temps de son envoi, sans la prendre aux pages
     */
    private static HikariDataSource reserve(Reglages.Base base, int enPlus) {
        HikariConfig config = config(base);
        config.setMaximumPoolSize(base.connexions() + enPlus);
        return new Reserve(config);
    }

    private static HikariConfig config(Reglages.Base base) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(base.connexions());
        config.setConnectionTimeout(ATTENTE_CONNEXION.toMillis());
        config.setValidationTimeout(EPREUVE_D_UNE_CONNEXION.toMillis());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setPoolName("teleservices");
        config.setInitializationFailTimeout(-1);
        Properties pilote = new Properties();
        // Préparées par le pilote : le serveur ne sait pas préparer de nouveau un bloc BEGIN NOT ATOMIC après un
        // changement de schéma.
        pilote.setProperty("useServerPrepStmts", "false");
        // UTC pour la session (NOW(), CURRENT_TIMESTAMP) et, par preserveInstants, pour chaque Timestamp, forme sous
        // laquelle MyBatis
        // passe un Instant : sans lui, le pilote n'applique pas timezone à un DATETIME et suit le fuseau de la machine
        // virtuelle. Un
        // Instant donné tel quel au pilote (setObject) suit ce fuseau quoi qu'on règle.
        pilote.setProperty("timezone", "UTC");
        pilote.setProperty("preserveInstants", "true");
        pilote.setProperty("connectTimeout", "3000");
        pilote.setProperty("socketTimeout", "15000");
        pilote.setProperty("transactionReplay", "false");
        pilote.setProperty("allowLocalInfile", "false");
        // D'une liste de plus de mille numéros, MariaDB fait d'elle-même une table à joindre, et lit l'autre d'un bout
        // à
        // l'autre.
        pilote.setProperty(
                "sessionVariables",
                "innodb_lock_wait_timeout=" + ATTENTE_VERROU_SECONDES + ",in_predicate_conversion_threshold=0");
        ServeursEnSuite serveurs =
                new ServeursEnSuite(String.valueOf(base.url()), base.utilisateur(), base.motDePasse(), pilote);
        config.setDataSource(serveurs);
        if (serveurs.sontPlusieurs()) {
            config.setMaxLifetime(VIE_PARMI_PLUSIEURS.toMillis());
        }
        return config;
    }

    // Le nom vient du fichier de réglages de l'administrateur et reste dans l'annuaire local du serveur.
    @SuppressWarnings("BanJNDI")
    private static DataSource parJndi(String nom) {
        if (!nom.startsWith("java:comp/env/")) {
            throw new ErreurDeConfiguration("Le réglage « base.jndi » vaut « " + nom
                    + " » : un nom qui commence par « java:comp/env/ » est attendu.");
        }
        try {
            return new SourceDuServeur((DataSource) new InitialContext().lookup(nom));
        } catch (NamingException | ClassCastException e) {
            throw new ErreurDeConfiguration(
                    "Le réglage « base.jndi » vaut « " + nom
                            + " », mais le serveur ne publie aucune source de données à ce nom.",
                    e);
        }
    }
}
