package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** L'Apache httpd de Debian (paquet apache2-bin), sur 127.0.0.1, avec le {@code conf/mandataire/httpd.conf} livré. */
final class Httpd implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Path LIVRE = Path.of("conf/mandataire");
    private static final String A2ENMOD = "#   a2enmod ";

    /** Ce que Debian charge sans qu'on le demande, et que ce fichier emploie. */
    private static final List<String> D_OFFICE =
            List.of("mpm_event", "env", "authz_core", "authn_core", "reqtimeout", "setenvif", "mime", "socache_shmcb");

    private final Programme programme;
    private final Certificat certificat;

    private Httpd(Programme programme, Certificat certificat) {
        this.programme = programme;
        this.certificat = certificat;
    }

    static boolean installe() {
        return Files.isExecutable(EXECUTABLE);
    }

    /**
     * Démarre devant ces deux Tomcat, « t1 » et « t2 ».
     *
     * @param chiffre port de https
     */
    static Httpd devantDeux(Path racine, int t1, int t2, int clair, int chiffre) {
        Path dossier = racine.toAbsolutePath();
        try {
            Files.createDirectories(dossier.resolve("teleservices"));
            Files.copy(LIVRE.resolve("indisponible.html"), dossier.resolve("teleservices/indisponible.html"));
            Certificat certificat = Certificat.faire(dossier);
            String membre = "BalancerMember http://127.0.0.1:8080 route=t1 connectiontimeout=5 timeout=";
            Modele modele = new Modele(LIVRE.resolve("httpd.conf"));
            for (int delai : List.of(60, 300)) {
                String livre = membre + delai + " retry=5\n";
                modele.remplacer(
                        livre,
                        livre.replace("8080", String.valueOf(t1))
                                + livre.replace("8080", String.valueOf(t2)).replace("route=t1", "route=t2"));
            }
            String site = modele.remplacer("*:80>", "127.0.0.1:" + clair + ">")
                    .remplacer("*:443>", "127.0.0.1:" + chiffre + ">")
                    .remplacer(
                            "https://teleservices.ac-exemple.fr/",
                            "https://teleservices.ac-exemple.fr:" + chiffre + "/")
                    .remplacer("teleservices.ac-exemple.fr", "localhost")
                    .remplacer("/etc/ssl/certs/teleservices.pem", certificat.certificat())
                    .remplacer("/etc/ssl/private/teleservices.key", certificat.cle())
                    .remplacer("/etc/apache2/teleservices", dossier.resolve("teleservices"))
                    .remplacer("${APACHE_LOG_DIR}", dossier)
                    .texte();
            Files.writeString(dossier.resolve("httpd.conf"), principal(dossier, clair, chiffre) + site);
            Programme programme = Programme.lancer(
                    dossier,
                    dossier.resolve("httpd.out"),
                    Map.of(),
                    List.of(
                            EXECUTABLE.toString(),
                            "-D",
                            "FOREGROUND",
                            "-d",
                            dossier.toString(),
                            "-f",
                            dossier.resolve("httpd.conf").toString()));
            programme.attendreLePort(chiffre);
            return new Httpd(programme, certificat);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext confiance() {
        return certificat.confiance();
    }

    /** Ce que l'apache2.conf de Debian donne autour d'un site, et les modules que l'en-tête du fichier livré fait activer. */
    private static String principal(Path dossier, int clair, int chiffre) throws IOException {
        String actives = Files.readAllLines(LIVRE.resolve("httpd.conf")).stream()
                .filter(ligne -> ligne.startsWith(A2ENMOD))
                .findFirst()
                .orElseThrow()
                .substring(A2ENMOD.length());
        String modules = Stream.concat(D_OFFICE.stream(), Stream.of(actives.split(" ", -1)))
                .map(nom -> "LoadModule " + nom + "_module " + MODULES.resolve("mod_" + nom + ".so") + "\n")
                .collect(Collectors.joining());
        return modules + "ServerName localhost\nPidFile " + dossier.resolve("httpd.pid") + "\nErrorLog "
                + dossier.resolve("erreurs.log") + "\nDefaultRuntimeDir " + dossier + "\nMutex file:" + dossier
                + " default\nTypesConfig /etc/mime.types\nListen 127.0.0.1:" + clair + "\nListen 127.0.0.1:" + chiffre
                + "\n" + ("root".equals(System.getProperty("user.name")) ? "User nobody\nGroup nogroup\n" : "");
    }

    @Override
    public void close() {
        programme.close();
    }
}
