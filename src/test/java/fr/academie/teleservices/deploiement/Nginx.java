package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Le nginx de Debian, sur 127.0.0.1, avec le {@code conf/mandataire/nginx.conf} livré et un certificat fait pour l'essai. */
final class Nginx implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");
    private static final Path LIVRE = Path.of("conf/mandataire");
    private static final String UN_SERVEUR = "upstream teleservices {";
    private static final String FIN = "    default teleservices;\n}\n";

    private final Programme programme;
    private final Certificat certificat;

    private Nginx(Programme programme, Certificat certificat) {
        this.programme = programme;
        this.certificat = certificat;
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
        Modele modele = new Modele(LIVRE.resolve("nginx.conf")).remplacer("127.0.0.1:8080", "127.0.0.1:" + tomcat);
        return demarrer(racine, modele, clair, chiffre);
    }

    /** Comme {@link #demarrer(Path, int, int, int)}, devant les deux Tomcat de {@code nginx-serveurs.conf}, « t1 » et « t2 ». */
    static Nginx devantDeux(Path racine, int t1, int t2, int clair, int chiffre) {
        String livre = new Modele(LIVRE.resolve("nginx.conf")).texte();
        String unServeur = livre.substring(livre.indexOf(UN_SERVEUR), livre.indexOf(FIN) + FIN.length());
        String serveurs = new Modele(LIVRE.resolve("nginx-serveurs.conf"))
                .remplacer("10.0.0.1:8080", "127.0.0.1:" + t1)
                .remplacer("10.0.0.2:8080", "127.0.0.1:" + t2)
                .texte();
        return demarrer(racine, new Modele(LIVRE.resolve("nginx.conf")).remplacer(unServeur, serveurs), clair, chiffre);
    }

    private static Nginx demarrer(Path racine, Modele modele, int clair, int chiffre) {
        Path dossier = racine.toAbsolutePath();
        try {
            Files.createDirectories(dossier.resolve("teleservices"));
            Files.copy(LIVRE.resolve("indisponible.html"), dossier.resolve("teleservices/indisponible.html"));
            Certificat certificat = Certificat.faire(dossier);
            modele.remplacer("    listen [::]:80;\n", "")
                    .remplacer("    listen [::]:443 ssl http2;\n", "")
                    .remplacer("listen 80;", "listen 127.0.0.1:" + clair + ";")
                    .remplacer("listen 443 ssl", "listen 127.0.0.1:" + chiffre + " ssl")
                    .remplacer("https://$server_name$", "https://$server_name:" + chiffre + "$")
                    .remplacer("teleservices.ac-exemple.fr", "localhost")
                    .remplacer("/etc/ssl/certs/teleservices.pem", certificat.certificat())
                    .remplacer("/etc/ssl/private/teleservices.key", certificat.cle())
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
            programme.attendreLePort(chiffre);
            return new Nginx(programme, certificat);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ce qui croit le certificat de l'essai. */
    SSLContext confiance() {
        return certificat.confiance();
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

    @Override
    public void close() {
        programme.close();
    }
}
