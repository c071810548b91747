package fr.academie.teleservices.demonstration.apereo;

import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.demonstration.Dossiers;
import fr.academie.teleservices.demonstration.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Un CAS Apereo 6.6 qui tourne, sur 127.0.0.1, avec la configuration que {@code conf/cas/} donne aux académies.
 *
 * <p>Il met une vingtaine de secondes à démarrer : {@link #lancer} rend la main aussitôt, {@link #attendre()} attend qu'il soit
 * prêt. Il s'arrête par {@link #close()}, et de lui-même si le programme qui l'a lancé disparaît.
 */
public final class CasApereo implements AutoCloseable {

    private static final Duration DELAI = Duration.ofMinutes(3);
    private static final Duration DELAI_D_ARRET = Duration.ofSeconds(3);
    private static final int DERNIERES_LIGNES = 15;

    private final Process processus;
    private final int port;
    private final Path travail;
    private final Path traces;

    private CasApereo(Process processus, int port, Path travail, Path traces) {
        this.processus = processus;
        this.port = port;
        this.travail = travail;
        this.traces = traces;
    }

    /**
     * Une application qui reçoit des tickets.
     *
     * @param origine schéma, hôte et port
     * @param contexte son chemin : {@code /teleservices}
     * @param academie le nom de son profil
     */
    public record Service(String origine, String contexte, String academie) {

        /** Son adresse, sans barre finale. */
        public String adresse() {
            return origine + contexte;
        }
    }

    /**
     * Ce qu'il faut au CAS.
     *
     * @param war le WAR du CAS ; les traces s'écrivent à côté
     * @param port port de 127.0.0.1
     * @param services les applications qui reçoivent des tickets
     * @param academie nom affiché sur la page de connexion
     * @param baseUrl adresse JDBC de la base qui porte la vue {@code compte_cas}
     */
    public record Reglages(
            Path war,
            int port,
            List<Service> services,
            String academie,
            String baseUrl,
            String baseUtilisateur,
            String baseMotDePasse) {

        /** L'adresse du CAS, que le navigateur suit. */
        public String adresse() {
            return CasApereo.adresse(port);
        }

        @Override
        public String toString() {
            return "Reglages[" + adresse() + "]";
        }
    }

    /** L'adresse d'un CAS sur ce port, connue avant qu'il ne démarre. */
    public static String adresse(int port) {
        return "http://localhost:" + port + "/cas";
    }

    /** Où Maven met le WAR : la propriété système {@code war.cas}, que le POM donne. */
    public static Path warParDefaut() {
        return Path.of(System.getProperty("war.cas", "target/cas/cas-server-webapp-tomcat.war"));
    }

    /** Lance le CAS sans attendre qu'il réponde. */
    public static CasApereo lancer(Reglages reglages) {
        Ports.exigerLibre(reglages.port(), "le CAS Apereo", "port.cas");
        WarCas war = WarCas.preparer(reglages.war());
        Path traces = reglages.war().resolveSibling("cas-apereo.log").toAbsolutePath();
        try {
            Path travail = Files.createTempDirectory("teleservices-cas-");
            ConfigurationCas.ecrire(reglages, travail);
            Process processus = new ProcessBuilder(commande(war, modules(reglages.war()), travail))
                    .directory(travail.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(traces.toFile())
                    .start();
            processus.getOutputStream().close();
            return new CasApereo(processus, reglages.port(), travail, traces);
        } catch (IOException e) {
            throw new DemarrageImpossible("Le CAS Apereo n'a pas pu être lancé : " + e.getMessage(), e);
        }
    }

    private static List<String> commande(WarCas war, Path modules, Path travail) {
        String classes = String.join(
                File.pathSeparator,
                ConfigurationCas.THEME.toAbsolutePath().toString(),
                war.complement().toString(),
                modules + File.separator + "*",
                pilote().toString(),
                war.bibliotheques().resolve("*").toString());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.selector.BasicContextSelector",
                "-DbaseDir=" + travail.resolve("logs"),
                "-cp",
                classes,
                "org.apereo.cas.web.CasWebApplication",
                "--cas.standalone.configuration-directory=" + travail);
    }

    /** Les modules officiels que le WAR du CAS ne contient pas, que Maven a mis à côté : le freinage. */
    private static Path modules(Path war) {
        return war.toAbsolutePath().resolveSibling("modules");
    }

    /** Le jar du pilote de la base, que le WAR du CAS ne contient pas. */
    private static Path pilote() {
        try {
            return Path.of(Objects.requireNonNull(
                            org.mariadb.jdbc.Driver.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public String adresse() {
        return adresse(port);
    }

    /** Attend la page de connexion ; si le CAS meurt ou se tait, dit ses dernières lignes. */
    public CasApereo attendre() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest question = HttpRequest.newBuilder(URI.create(adresse() + "/login"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long limite = System.nanoTime() + DELAI.toNanos();
        try {
            while (System.nanoTime() < limite && processus.isAlive()) {
                if (pret(client, question)) {
                    return this;
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarrageImpossible("L'arrêt a été demandé pendant le démarrage du CAS Apereo.", e);
        }
        throw new DemarrageImpossible(
                "Le CAS Apereo n'a pas démarré. Ses dernières lignes (" + traces + ") :\n" + fin());
    }

    private static boolean pret(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException pasEncore) {
            return false;
        }
    }

    private String fin() {
        try {
            List<String> lignes = Files.readAllLines(traces, StandardCharsets.UTF_8);
            return String.join("\n", lignes.subList(Math.max(0, lignes.size() - DERNIERES_LIGNES), lignes.size()));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        processus.destroy();
        try {
            if (!processus.waitFor(DELAI_D_ARRET.toMillis(), TimeUnit.MILLISECONDS)) {
                processus.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            processus.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Dossiers.effacerAuMieux(travail);
    }
}
