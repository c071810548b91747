package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ce que les fichiers livrés règlent, et qu'aucune page ne montre. */
class ConfigurationLivreeTest {

    private static final Path MANDATAIRE = Path.of("conf/mandataire");

    /** Source : ASVS 7.3.1. Les durées absolues : {@code NiveauxIT}. */
    @Test
    void uneSessionSansUnGesteFinitEnTrenteMinutesEtNeVoyageQuEnCookie() throws IOException {
        assertThat(Files.readString(Path.of("webapp/WEB-INF/web.xml")))
                .containsOnlyOnce("<session-timeout>30</session-timeout>")
                .containsOnlyOnce("<tracking-mode>COOKIE</tracking-mode>")
                .containsOnlyOnce("<http-only>true</http-only>");
    }

    /** Source : ASVS 12.1.1 et 12.2.1. */
    @Test
    void leMandataireNOuvreQueTls12Et13EtRenvoieToutHttpVersHttps() throws IOException {
        assertThat(lignes("nginx.conf", "ssl_protocols", "listen", "return 308 https"))
                .containsExactly(
                        "listen 80;",
                        "listen [::]:80;",
                        "return 308 https://$server_name$request_uri;",
                        "listen 443 ssl http2;",
                        "listen [::]:443 ssl http2;",
                        "ssl_protocols TLSv1.2 TLSv1.3;");
        assertThat(lignes("httpd.conf", "SSLProtocol", "Redirect "))
                .hasSize(2)
                .contains("SSLProtocol -all +TLSv1.2 +TLSv1.3")
                .anyMatch(ligne -> ligne.startsWith("Redirect") && ligne.contains("https://"));
    }

    /** Source : ANSSI-PA-035 ; ASVS 12.1.2. */
    @Test
    void lesDeuxMandatairesNOffrentQueLesMemesSuitesAuthentifiees() throws IOException {
        String suites = lignes("nginx.conf", "ssl_ciphers")[0].replaceAll("^ssl_ciphers |;$", "");
        assertThat(lignes("httpd.conf", "SSLCipherSuite")).containsExactly("SSLCipherSuite " + suites);
        assertThat(suites.split(":"))
                .isNotEmpty()
                .allMatch(
                        suite -> suite.startsWith("ECDHE-") && suite.matches(".*(GCM-SHA(256|384)|CHACHA20-POLY1305)"));
    }

    /** Une question d'adresse porte un ticket du CAS, le secret d'un lien : aucun journal d'accès livré ne l'écrit, ni la page d'avant. */
    @Test
    void lesJournauxDAccesNePortentPasLaQuestion() throws IOException {
        assertThat(lignes("nginx.conf", "log_format"))
                .singleElement()
                .asString()
                .contains("$request_method $uri $server_protocol");
        assertThat(Files.readString(MANDATAIRE.resolve("nginx.conf")).replaceAll("(?m)^\\s*#.*$", ""))
                .doesNotContain("\"$request\"", "$args", "$query_string", "$is_args", "$http_referer");
        assertThat(lignes("nginx.conf", "access_log"))
                .hasSize(2)
                .allSatisfy(ligne -> assertThat(ligne).endsWith(" teleservices;"));
        assertThat(lignes("httpd.conf", "LogFormat"))
                .singleElement()
                .asString()
                .contains("%m %U %H")
                .doesNotContain("%r", "%q", "Referer");
        assertThat(lignes("httpd.conf", "CustomLog"))
                .hasSize(2)
                .allSatisfy(ligne -> assertThat(ligne).endsWith(" teleservices"));
        Matcher tomcat = Pattern.compile("AccessLogValve\"[^>]*pattern=\"([^\"]*)\"")
                .matcher(Files.readString(Path.of("conf/tomcat/valves.xml")));
        assertThat(tomcat.find()).isTrue();
        assertThat(tomcat.group(1)).contains("%m %U %H").doesNotContain("%r", "%q", "Referer");
    }

    /** Sans quoi qui vient pendant qu'un serveur démarre attend qu'il ait fini. */
    @Test
    void leConnecteurNePrendAucuneDemandeAvantLApplication() throws IOException {
        for (String fichier : List.of("DEPLOIEMENT.md", "installation/installer.sh")) {
            assertThat(Files.readString(Path.of("conf", fichier)))
                    .contains("address=\"127.0.0.1\" bindOnInit=\"false\"");
        }
    }

    /** Ce que le manuel fait copier, ce que l'installateur copie, est livré. */
    @Test
    void lesFichiersCitesSontLivres() throws IOException {
        assertThat(cites("\\]\\(([\\w./-]+)\\)", "DEPLOIEMENT.md"))
                .hasSizeGreaterThan(8)
                .allSatisfy(ConfigurationLivreeTest::existe);
        assertThat(cites("\\$CONF/([\\w./-]+)", "installation/installer.sh"))
                .hasSizeGreaterThan(6)
                .allSatisfy(ConfigurationLivreeTest::existe);
        assertThat(Path.of("conf/installation/installer.sh")).isExecutable();
    }

    private static List<String> cites(String forme, String fichier) throws IOException {
        return Pattern.compile(forme)
                .matcher(Files.readString(Path.of("conf", fichier)))
                .results()
                .map(cite -> cite.group(1))
                .distinct()
                .toList();
    }

    private static void existe(String fichier) {
        assertThat(Path.of("conf", fichier)).isRegularFile();
    }

    private static String[] lignes(String fichier, String... debuts) throws IOException {
        return Files.readAllLines(MANDATAIRE.resolve(fichier)).stream()
                .map(String::strip)
                .filter(ligne -> Arrays.stream(debuts).anyMatch(ligne::startsWith))
                .toArray(String[]::new);
    }
}
