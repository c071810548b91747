package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.alimentation.livraison.Annuaire;
import fr.academie.teleservices.alimentation.livraison.EtatImporte;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.exploitation.Alimenter;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.SourceDeDonnees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * La commande et la base, tuées par {@code kill -9} à chaque étape ; la même commande reprend, et finit au même état : rien en double, rien
 * de perdu. Chaque passage est une machine virtuelle à part, comme à l'exploitation.
 */
@EssaiLong("la commande et la base tuées à deux étapes ; ApplicationInterrompueTest garde la reprise d'un import")
class AlimenterTueeTest {

    private static final int FAMILLES = 400;
    private static final int EN_PANNE = 5;

    /** De la lecture aux comptes : où l'on tue. */
    private static final List<String> ETAPES = List.of(
            "SELECT COUNT(*) FROM livraison_personne",
            "SELECT COUNT(*) FROM livraison WHERE etat = 'CONFIRMEE' AND etape = 1 AND curseur > 0 FOR UPDATE",
            "SELECT COUNT(*) FROM livraison WHERE etat = 'CONFIRMEE' AND etape = 2 AND curseur > 0 FOR UPDATE",
            "SELECT COUNT(*) FROM livraison WHERE etat = 'CONFIRMEE' AND etape = 3 AND curseur > 0 FOR UPDATE",
            "SELECT COUNT(*) FROM livraison WHERE etat = 'CONFIRMEE' AND etape = 4 AND curseur > 0 FOR UPDATE");

    /** À chaque construction : pendant la lecture et pendant les liens. {@code -Dmorts=toutes} : à chaque étape, la base deux fois. */
    private static final boolean TOUTES = "toutes".equals(System.getProperty("morts"));

    @TempDir
    private Path dossier;

    private final int port = Ports.choisir();
    private Path traces = Path.of("");

    @Test
    void tueeNImporteOuElleReprend() throws Exception {
        traces = dossier.resolve("traces.txt");
        Path donnees = dossier.resolve("base");
        Path livraison = livraison();
        List<String> attendu;
        try (BaseEmbarquee base = lancer(donnees, false)) {
            migrer(base);
            attendu = toutDUnCoup(base, livraison);
            assertThat(attendu).hasSizeGreaterThan(FAMILLES * 8);
            for (String etape : TOUTES ? ETAPES : List.of(ETAPES.get(0), ETAPES.get(3))) {
                vider(base);
                tuerLaCommande(base, livraison, etape);
                assertThat(finir(base, livraison)).as("%s : %s", etape, dites()).isZero();
                assertThat(EtatImporte.lire(new Requetes(base))).as(etape).isEqualTo(attendu);
            }
            vider(base);
        }
        for (String etape : TOUTES ? List.of(ETAPES.get(0), ETAPES.get(3)) : List.of(ETAPES.get(3))) {
            try (BaseEmbarquee base = lancer(donnees, true)) {
                tuerLaBase(base, livraison, etape);
            }
            try (BaseEmbarquee base = lancer(donnees, true)) {
                assertThat(finir(base, livraison)).as("%s : %s", etape, dites()).isZero();
                assertThat(EtatImporte.lire(new Requetes(base)))
                        .as("base tuée, %s", etape)
                        .isEqualTo(attendu);
                vider(base);
            }
        }
    }

    private Path livraison() throws IOException {
        String veille = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.of(2026, 11, 1));
        Annuaire livraison =
                Annuaire.complet(veille).etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE");
        for (int i = 0; i < FAMILLES; i++) {
            String mere = "29" + (100_000 + i);
            String pere = "28" + (100_000 + i);
            String nom = "FAMILLE " + (char) ('A' + i % 26) + (char) ('A' + i / 26 % 26);
            livraison
                    .personne(mere, "Mme", nom, "Ana", "ana" + i + "@exemple.fr", "")
                    .personne(pere, "M.", nom, "Jean", "", "0639980001")
                    .eleve(
                            "26" + (100_000 + i),
                            nom,
                            "Lou",
                            "%02d/%02d/2012".formatted(1 + i % 28, 1 + i / 28 % 12),
                            "501$5 B",
                            mere + "$10$1$1$1$1",
                            pere + "$20$0$1$0$0");
        }
        return ancienne(livraison.poser(dossier));
    }

    /** Arrivée depuis longtemps : la commande attendrait sinon, une minute durant, qu'aucun fichier ne grandisse plus. */
    private static Path ancienne(Path livraison) throws IOException {
        try (Stream<Path> fichiers = Files.list(livraison)) {
            for (Path fichier : fichiers.toList()) {
                Files.setLastModifiedTime(fichier, FileTime.from(Instant.EPOCH));
            }
        }
        return livraison;
    }

    private BaseEmbarquee lancer(Path donnees, boolean conserver) {
        BaseEmbarquee base = new BaseEmbarquee(port, conserver, Dossiers.cache(), donnees);
        try {
            base.lancer();
            return base;
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private static void migrer(BaseEmbarquee base) {
        Reglages.Base reglages = new Reglages.Base(
                null, base.url(), base.utilisateur(), base.motDePasse(), 2, true, 0, null, null, null, null, false);
        try (HikariDataSource source = SourceDeDonnees.reserve(reglages)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:sql")
                    .table("teleservices_schema")
                    .load()
                    .migrate();
        }
    }

    private List<String> toutDUnCoup(BaseEmbarquee base, Path livraison) throws Exception {
        assertThat(attendre(commande(base, livraison))).as("%s", dites()).isZero();
        return EtatImporte.lire(new Requetes(base));
    }

    private void tuerLaCommande(BaseEmbarquee base, Path livraison, String etape) throws Exception {
        Process commande = commande(base, livraison);
        guetter(base, commande, etape, commande::destroyForcibly);
        assertThat(commande.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(commande.exitValue()).as("tuée").isEqualTo(128 + 9);
    }

    /** La commande dit une panne et s'arrête ; la base, relancée, retrouve ce qui était validé. */
    private void tuerLaBase(BaseEmbarquee base, Path livraison, String etape) throws Exception {
        Process commande = commande(base, livraison);
        guetter(base, commande, etape, base.processus()::destroyForcibly);
        assertThat(attendre(commande)).as("%s", dites()).isEqualTo(EN_PANNE);
    }

    private int finir(BaseEmbarquee base, Path livraison) throws Exception {
        // Deux minutes sans battement : la lecture qu'on a tuée est reprise.
        new Requetes(base)
                .executer("UPDATE livraison SET avance_le = avance_le - INTERVAL 3 MINUTE WHERE etat = 'RECUE'");
        return attendre(commande(base, livraison));
    }

    /**
     * Attend l'étape, puis tue. La ligne de la livraison se lit sous verrou : la commande attend qu'on l'ait lue pour avancer, et ne finit pas entre
     * deux regards.
     */
    private void guetter(BaseEmbarquee base, Process commande, String etape, Runnable tuer) throws Exception {
        try (Connection connexion = base.administration().getConnection();
                Statement regard = connexion.createStatement()) {
            connexion.setCatalog("teleservices");
            connexion.setAutoCommit(false);
            while (!atteinte(regard, etape)) {
                connexion.rollback();
                assertThat(commande.isAlive())
                        .as("trop tard pour %s : %s", etape, dites())
                        .isTrue();
                Thread.sleep(1);
            }
            tuer.run();
        }
    }

    private static boolean atteinte(Statement regard, String etape) throws SQLException {
        try (ResultSet lu = regard.executeQuery(etape)) {
            return lu.next() && lu.getLong(1) > 0;
        }
    }

    private Process commande(BaseEmbarquee base, Path livraison) throws IOException {
        Path conf = Files.createDirectories(dossier.resolve("conf"));
        Files.writeString(conf.resolve("teleservices.properties"), """
            academie = bordeaux
            base.url = %s
            base.utilisateur = %s
            base.mot_de_passe = %s
            serveur.adresses = http://localhost:8080
            cas.adresse = http://localhost:8080/cas
            smtp.hote = 127.0.0.1
            """.formatted(
                        base.url(), base.utilisateur(), base.motDePasse()));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dteleservices.conf=" + conf,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alimenter.class.getName(),
                        "--valider",
                        livraison.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(traces.toFile()))
                .start();
    }

    private static int attendre(Process commande) throws InterruptedException {
        assertThat(commande.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return commande.exitValue();
    }

    private String dites() {
        try {
            return Files.exists(traces) ? Files.readString(traces) : "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void vider(BaseEmbarquee base) {
        Requetes requetes = new Requetes(base);
        requetes.executer("SET FOREIGN_KEY_CHECKS = 0");
        List<String> tables =
                requetes.lire("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND table_name <> 'teleservices_schema'");
        requetes.executer(Stream.concat(
                        Stream.of("SET FOREIGN_KEY_CHECKS = 0"), tables.stream().map(table -> "DELETE FROM " + table))
                .toArray(String[]::new));
    }
}
