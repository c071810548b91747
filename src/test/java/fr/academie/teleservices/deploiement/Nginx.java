package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Le nginx de Debian, sur 127.0.0.1, avec le {@code conf/mandataire/nginx.conf} livré et un certificat fait pour l'essai. */
final class Nginx implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");
    private static final Path LIVRE = Path.of("conf/mandataire");
    private static final String SECRET = "mandataire";

    private final Programme programme;
    private final SSLContext confiance;

    private Nginx(Programme programme, SSLContext confiance) {
        this.programme = programme;
        this.confiance = confiance;
    }

    static boolean installe() {
        return Files.isExecutable(EXECUTABLE);
    }

    /**
     * Démarre devant ce Tomcat.
     *
     * @param clair port qui renvoie vers https
     * @param chiffre port de https
     */
    static Nginx demarrer(Path racine, int tomcat, int clair, int chiffre) {
        Path dossier = racine.toAbsolutePath();
        try {
            Files.createDirectories(dossier.resolve("teleservices"));
            Files.copy(LIVRE.resolve("indisponible.html"), dossier.resolve("teleservices/indisponible.html"));
            KeyStore cle = certifier(dossier.resolve("cle.p12"));
            Path certificat = pem(
                    dossier.resolve("certificat.pem"),
                    "CERTIFICATE",
                    cle.getCertificate("1").getEncoded());
            Path secret = pem(
                    dossier.resolve("cle.pem"),
                    "PRIVATE KEY",
                    cle.getKey("1", SECRET.toCharArray()).getEncoded());
            new Modele(LIVRE.resolve("nginx.conf"))
                    .remplacer("    listen [::]:80;\n", "")
                    .remplacer("    listen [::]:443 ssl http2;\n", "")
                    .remplacer("listen 80;", "listen 127.0.0.1:" + clair + ";")
                    .remplacer("listen 443 ssl", "listen 127.0.0.1:" + chiffre + " ssl")
                    .remplacer("https://$server_name$", "https://$server_name:" + chiffre + "$")
                    .remplacer("teleservices.ac-exemple.fr", "localhost")
                    .remplacer("127.0.0.1:8080", "127.0.0.1:" + tomcat)
                    .remplacer("/etc/ssl/certs/teleservices.pem", certificat)
                    .remplacer("/etc/ssl/private/teleservices.key", secret)
                    .remplacer("/etc/nginx/teleservices;", dossier.resolve("teleservices") + ";")
                    .remplacer("/var/log/nginx/", dossier + "/")
                    .ecrire(dossier.resolve("conf.d/teleservices.conf"));
            Files.writeString(dossier.resolve("nginx.conf"), principal(dossier));
            Programme programme = Programme.lancer(
                    dossier,
                    dossier.resolve("nginx.out"),
                    Map.of(),
                    List.of(
                            EXECUTABLE.toString(),
                            "-p",
                            dossier + "/",
                            "-c",
                            dossier.resolve("nginx.conf").toString()));
            programme.attendre("nginx", () -> ecoute(chiffre));
            return new Nginx(programme, croire(cle));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ce qui croit le certificat de l'essai. */
    SSLContext confiance() {
        return confiance;
    }

    /** Ce que le nginx.conf de Debian donne autour de conf.d/. */
    private static String principal(Path dossier) throws IOException {
        StringBuilder http = new StringBuilder();
        for (String temporaire : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            http.append("  ")
                    .append(temporaire)
                    .append("_temp_path ")
                    .append(dossier.resolve(temporaire))
                    .append(";\n");
        }
        return "daemon off;\nworker_processes 1;\npid " + dossier.resolve("nginx.pid") + ";\nerror_log "
                + dossier.resolve("erreurs.log")
                + ";\nevents {}\nhttp {\n  include /etc/nginx/mime.types;\n  access_log off;\n"
                + http + "  include " + dossier.resolve("conf.d") + "/*.conf;\n}\n"
                + ("root".equals(System.getProperty("user.name")) ? "user root;\n" : "");
    }

    private static KeyStore certifier(Path magasin) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "1",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        magasin.toString())
                .redirectErrorStream(true)
                .start();
        String dit = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool : " + dit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        KeyStore cle = KeyStore.getInstance("PKCS12");
        try (InputStream flux = Files.newInputStream(magasin)) {
            cle.load(flux, SECRET.toCharArray());
        }
        return cle;
    }

    private static Path pem(Path fichier, String nature, byte[] contenu) throws IOException {
        return Files.writeString(
                fichier,
                "-----BEGIN " + nature + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(contenu) + "\n-----END " + nature
                        + "-----\n");
    }

    private static SSLContext croire(KeyStore cle) throws GeneralSecurityException, IOException {
        KeyStore certificats = KeyStore.getInstance("PKCS12");
        certificats.load(null, null);
        certificats.setCertificateEntry("1", cle.getCertificate("1"));
        TrustManagerFactory fabrique = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        fabrique.init(certificats);
        SSLContext contexte = SSLContext.getInstance("TLS");
        contexte.init(null, fabrique.getTrustManagers(), null);
        return contexte;
    }

    private static boolean ecoute(int port) {
        try (Socket prise = new Socket()) {
            prise.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException pasEncore) {
            return false;
        }
    }

    @Override
    public void close() {
        programme.close();
    }
}
