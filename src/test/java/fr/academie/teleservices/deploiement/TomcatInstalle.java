package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Un Tomcat installé, dans un CATALINA_BASE à nous, sur 127.0.0.1 : le Tomcat 10 de Debian (paquet tomcat10), ou celui que désigne
 * la propriété système {@code tomcat.maison}.
 */
final class TomcatInstalle implements AutoCloseable {

    private static final Path MAISON = Path.of(System.getProperty("tomcat.maison", "/usr/share/tomcat10"));

    private static final Pattern VALVE_D_ERREURS = Pattern.compile("<Valve [^>]*ErrorReportValve[^>]*/>");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path base;
    private final int port;
    private @Nullable Programme programme;

    /** Un serveur pas encore démarré, réglé comme livré : seuls changent le port, l'adresse d'écoute et la cadence de la veille. */
    TomcatInstalle(Path base, int port) {
        this(base, port, "");
    }

    /**
     * Un serveur parmi plusieurs.
     *
     * @param nom son {@code jvmRoute}, vide s'il est seul
     */
    TomcatInstalle(Path base, int port, String nom) {
        this.base = base.toAbsolutePath();
        this.port = port;
        try {
            for (String dossier : List.of("conf", "logs", "temp", "webapps", "work", "lib")) {
                Files.createDirectories(this.base.resolve(dossier));
            }
            for (String fichier : List.of("catalina.properties", "context.xml", "logging.properties", "web.xml")) {
                Files.copy(reglagesLivres().resolve(fichier), this.base.resolve("conf/" + fichier));
            }
            Files.writeString(this.base.resolve("conf/tomcat-users.xml"), "<tomcat-users/>\n");
            Files.createDirectories(this.base.resolve("conf/teleservices"));
            Files.copy(Path.of("conf/tomcat/erreur.html"), this.base.resolve("conf/teleservices/erreur.html"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        new Modele(reglagesLivres().resolve("server.xml"))
                .remplacer(
                        "<Connector port=\"8080\"",
                        "<Connector port=\"" + port + "\" address=\"127.0.0.1\" bindOnInit=\"false\"")
                // La veille regarde webapps/ toutes les 10 s ; ici chaque seconde.
                .remplacer(
                        "<Engine name=\"Catalina\"",
                        "<Engine name=\"Catalina\" backgroundProcessorDelay=\"1\"" + route(nom))
                .remplacer("</Host>", valve() + "</Host>")
                .ecrire(this.base.resolve("conf/server.xml"));
    }

    private static String route(String nom) {
        return nom.isEmpty() ? "" : " jvmRoute=\"" + nom + "\"";
    }

    /** La valve d'erreurs livrée. */
    private static String valve() {
        Matcher valve = VALVE_D_ERREURS.matcher(new Modele(Path.of("conf/tomcat/valves.xml")).texte());
        if (!valve.find()) {
            throw new IllegalStateException("valves.xml ne porte plus de valve d'erreurs.");
        }
        return valve.group();
    }

    /** Ce que rend la première ligne d'une demande brute, et tout ce qui la suit, sans mandataire. */
    String demander(String demande) throws IOException {
        try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.setSoTimeout(10_000);
            prise.getOutputStream().write(demande.getBytes(StandardCharsets.ISO_8859_1));
            prise.getOutputStream().flush();
            return new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path maison() {
        return MAISON;
    }

    static boolean installe() {
        return Files.isReadable(MAISON.resolve("bin/bootstrap.jar"))
                && Files.isReadable(reglagesLivres().resolve("server.xml"));
    }

    /** Debian les range dans etc/, la distribution d'Apache dans conf/. */
    private static Path reglagesLivres() {
        Path deDebian = MAISON.resolve("etc");
        return Files.isDirectory(deDebian) ? deDebian : MAISON.resolve("conf");
    }

    /** Le dossier {@code ${catalina.base}/conf}. */
    Path conf() {
        return base.resolve("conf");
    }

    /** Dépose un WAR sous ce nom, d'un seul coup : la veille n'en voit jamais une moitié. */
    void deposer(Path war, String nom) {
        try {
            Path provisoire = Files.copy(war, base.resolve("temp").resolve(nom), StandardCopyOption.REPLACE_EXISTING);
            Files.move(provisoire, base.resolve("webapps").resolve(nom), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void demarrer() {
        programme = Programme.lancer(
                base,
                base.resolve("logs/catalina.out"),
                Map.of(
                        "CATALINA_HOME",
                        MAISON.toString(),
                        "CATALINA_BASE",
                        base.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
                List.of("/bin/sh", MAISON.resolve("bin/catalina.sh").toString(), "run"));
    }

    /** Attend que l'application soit prête, par l'adresse interne qu'une sonde emploierait. */
    void attendreLaSante(String contexte) {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + contexte + "/sante"))
                .timeout(Duration.ofSeconds(20))
                .build();
        attendre(contexte + "/sante", () -> {
            try {
                return client.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException pasEncore) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    /** Ce qu'il garde une fois sa mémoire ramassée, en mégaoctets. */
    long memoire() {
        if (programme == null) {
            throw new IllegalStateException("Tomcat n'est pas démarré.");
        }
        return programme.memoire();
    }

    void attendre(String quoi, BooleanSupplier vrai) {
        if (programme == null) {
            throw new IllegalStateException("Tomcat n'est pas démarré.");
        }
        programme.attendre(quoi, vrai);
    }

    /** Le tue, comme une panne : ni sessions gardées, ni travail fini. */
    void tuer() {
        if (programme != null) {
            programme.tuer();
            programme = null;
        }
    }

    /** Arrête comme systemd : SIGTERM, et les applications s'arrêtent proprement. */
    @Override
    public void close() {
        if (programme != null) {
            programme.close();
            programme = null;
        }
    }
}
