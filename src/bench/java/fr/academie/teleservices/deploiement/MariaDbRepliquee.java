package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Requetes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Un mariadbd réglé par les fichiers de {@code conf/base/}, maître ou réplique : il meurt, revient, suit l'autre, prend sa place. */
final class MariaDbRepliquee implements AutoCloseable {

    private static final Path LIVRES = Path.of("conf/base");
    private static final Duration POUR_RATTRAPER = Duration.ofSeconds(60);
    private static final String MOT_DE_PASSE = "replication";

    private final Path dossier;
    private final BaseEmbarquee base;
    private final Requetes requetes;
    private final MariaDbTuable serveur;

    /**
     * Un serveur démarré, en lecture seule comme le veut son fichier.
     *
     * @param numero son {@code server_id}
     * @param dossier où vont ses traces
     */
    MariaDbRepliquee(int numero, Path dossier) throws IOException {
        this.dossier = Files.createDirectories(dossier);
        base = BaseEmbarquee.demarrerReglee(new Modele(LIVRES.resolve("replication.cnf"))
                .remplacer("server_id = 1", "server_id = " + numero)
                .texte()
                .lines()
                .filter(ligne -> ligne.contains(" = ") && !ligne.startsWith("#"))
                .map(ligne -> "--" + ligne.replace(" = ", "="))
                .toList());
        requetes = new Requetes(base);
        serveur = new MariaDbTuable(base, dossier);
        // Les comptes que le démarrage crée sont à chaque serveur : l'histoire commune commence après eux.
        requetes.executer("RESET MASTER", "SET GLOBAL gtid_slave_pos = ''");
    }

    int port() {
        return base.port();
    }

    Requetes requetes() {
        return requetes;
    }

    BaseEmbarquee base() {
        return base;
    }

    /** Le maître crée le compte par lequel une réplique le suit. */
    void admettreUneReplique() {
        requetes.executer(
                "CREATE USER replication@'127.0.0.1' IDENTIFIED BY '" + MOT_DE_PASSE + "'",
                "GRANT REPLICATION SLAVE ON *.* TO replication@'127.0.0.1'");
    }

    /** Ne valide plus rien qu'une réplique ne l'ait écrit ; il faut qu'elle suive. */
    void attendreLaReplique() throws InterruptedException {
        requetes.executer("SET GLOBAL rpl_semi_sync_master_enabled = 1");
        attendre(
                "aucune réplique ne répond au maître",
                () -> requetes.compter("SELECT COUNT(*) FROM information_schema.global_status WHERE (variable_name,"
                                + " variable_value) IN (('RPL_SEMI_SYNC_MASTER_STATUS', 'ON'),"
                                + " ('RPL_SEMI_SYNC_MASTER_CLIENTS', '1'))")
                        == 2);
    }

    void nAttendreAucuneReplique() {
        requetes.executer("SET GLOBAL rpl_semi_sync_master_enabled = 0");
    }

    /** {@code suivre.sql}. */
    void suivre(MariaDbRepliquee maitre) {
        Path rempli = dossier.resolve("suivre.sql");
        new Modele(LIVRES.resolve("suivre.sql"))
                .remplacer("${MAITRE}", "127.0.0.1")
                .remplacer("3306", maitre.port())
                .remplacer("${MOT_DE_PASSE}", MOT_DE_PASSE)
                .remplacer("MASTER_SSL = 1", "MASTER_SSL = 0")
                .remplacer("VERIFY_SERVER_CERT = 1", "VERIFY_SERVER_CERT = 0")
                .remplacer("/etc/mysql/base-ca.pem", "")
                .ecrire(rempli);
        commander(rempli.toFile(), serveur.programmes().resolve("mariadb").toString());
    }

    /** {@code promouvoir.sh}. */
    void promouvoir() {
        commander(new File("/dev/null"), "sh", LIVRES.resolve("promouvoir.sh").toString());
    }

    /** Une commande de l'administrateur, root par la prise locale. */
    private void commander(File entree, String... mots) {
        List<String> acces =
                List.of("--no-defaults", "--skip-ssl", "--user=root", "--socket=" + serveur.reglage("--socket"));
        ProcessBuilder constructeur = new ProcessBuilder(
                        Stream.concat(Stream.of(mots), acces.stream()).toList())
                .redirectInput(entree)
                .redirectErrorStream(true);
        constructeur.environment().putAll(serveur.environnement());
        constructeur.environment().merge("PATH", serveur.programmes().toString(), (avant, bin) -> bin + ":" + avant);
        try {
            Process processus = constructeur.start();
            String dit = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (processus.waitFor() != 0) {
                throw new AssertionError(String.join(" ", mots) + " : " + dit);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ne reçoit plus rien de son maître. */
    void neRienRecevoir() {
        requetes.executer("STOP REPLICA IO_THREAD");
    }

    /** Attend d'avoir appliqué tout ce que le maître a écrit. */
    void rattraper(MariaDbRepliquee maitre) {
        String voulu = maitre.position();
        if (requetes.compter("SELECT MASTER_GTID_WAIT('" + voulu + "', " + POUR_RATTRAPER.toSeconds() + ")") != 0) {
            throw new AssertionError(
                    "la réplique ne rattrape pas le maître (" + voulu + ") : " + requetes.lire("SHOW REPLICA STATUS"));
        }
    }

    /** Ce que ce serveur a écrit, en identifiants de transaction. */
    String position() {
        return requetes.lire("SELECT @@gtid_binlog_pos").get(0);
    }

    /** {@code kill -9}. */
    void tuer() {
        serveur.tuer();
    }

    /** Se rallume, avec les mêmes réglages. */
    void revenir() {
        serveur.revenir();
    }

    private static void attendre(String sinon, BooleanSupplier vrai) throws InterruptedException {
        long limite = System.nanoTime() + POUR_RATTRAPER.toNanos();
        while (!vrai.getAsBoolean()) {
            if (System.nanoTime() > limite) {
                throw new AssertionError(sinon);
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        serveur.close();
        base.close();
    }
}
