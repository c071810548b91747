package fr.academie.teleservices.deploiement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.demonstration.Ports;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Habillage;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.navigateur.ClientHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * {@code conf/DEPLOIEMENT.md} suivi ligne à ligne : le WAR construit, un Tomcat installé, les deux comptes de base, les fichiers de
 * {@code conf/} ; et le mandataire nginx devant, s'il est installé. Puis un redémarrage, une mise à niveau et un retour en arrière
 * pendant qu'un parent est à l'étape 2.
 */
@EssaiLong("le WAR posé, mis à niveau, ramené sur un Tomcat installé ; ConfigurationLivreeTest garde les "
        + "fichiers livrés")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
class DeploiementIT {

    private static final String CONTEXTE = Installation.CONTEXTE;
    /** Ce que le WAR de la version suivante contient de plus : un fichier qui la trahit et un script de schéma. */
    private static final String TEMOIN = "/ts/version-suivante.txt";

    private static final String SCRIPT = "/WEB-INF/classes/sql/V999__essai.sql";
    private final Path war = Installation.war();
    private Installation installation;
    private Path racine;
    private BaseEmbarquee base;
    private Familles familles;
    private TomcatInstalle tomcat;
    private String adresse;
    private @Nullable Nginx nginx;
    private @Nullable SSLContext confiance;
    private int portClair;

    @BeforeAll
    void deployer() throws IOException {
        assumeTrue(
                TomcatInstalle.installe(),
                "Pas de Tomcat à " + TomcatInstalle.maison()
                        + " (Debian : apt install tomcat10) : le déploiement n'est pas essayé.");
        installation = new Installation("essai");
        racine = installation.racine();
        base = installation.base();
        familles = installation.familles();

        int port = Ports.choisir();
        tomcat = installation.ajouter(new TomcatInstalle(racine.resolve("tomcat"), port));
        if (Nginx.installe()) {
            portClair = Ports.choisir();
            int portTls = Ports.choisir();
            Nginx devant = installation.ajouter(Nginx.demarrer(racine.resolve("nginx"), port, portClair, portTls));
            nginx = devant;
            confiance = devant.confiance();
            adresse = "https://localhost:" + portTls;
        } else {
            adresse = "http://localhost:" + port;
        }
        installation.regler(tomcat, 25, adresse);
        tomcat.deposer(war, "teleservices##20261201.war");
        tomcat.demarrer();
        tomcat.attendreLaSante(CONTEXTE);
        installation.ouvrirLeCas(adresse);
    }

    @AfterAll
    void arreter() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Order(1)
    void leWarDeposeSertSesPagesEtReconnaitUnParent() throws IOException {
        ClientHttp passant = navigateur();
        HttpResponse<String> page = passant.lire("/liens-utiles");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(entete(page, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(entete(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(passant.lire(Habillage.adresse("pages.css")).statusCode()).isEqualTo(200);

        Installation.Parent parent = connecter("Dylan");
        assertThat(parent.navigateur().lire("/compte/enfants").body()).contains("Dylan");
        assertThat(parent.navigateur().lire("/page-qui-n-existe-pas").body())
                .contains("Page introuvable")
                .doesNotContain("Tomcat");
        assertThat(new Requetes(base)
                        .lire("SELECT DISTINCT user FROM information_schema.processlist WHERE db = 'teleservices'"
                                + " AND user <> 'administration'"))
                .as("l'application n'emploie que les comptes aux droits d'usage")
                .containsExactlyInAnyOrder("application", "purges");
    }

    @Test
    @Order(1)
    void lesJournauxSontEnAjoutSeulPourLApplicationEtSeulLeCompteDesPurgesEnEfface() throws Exception {
        connecter("Dylan");
        Requetes administration = new Requetes(base);
        administration.executer("UPDATE journal SET le = '2001-01-01' ORDER BY id LIMIT 1");
        try (Connection application =
                        new MariaDbDataSource(base.url()).getConnection("application", Installation.SECRET);
                Statement ordre = application.createStatement()) {
            ordre.execute("SELECT COUNT(*) FROM journal");
            ordre.execute("UPDATE responsable SET version = version + 1 WHERE id = 0");
            for (String refuse : List.of(
                    "UPDATE journal SET details = '{}'",
                    "DELETE FROM journal",
                    "UPDATE journal_bureau SET details = '{}'",
                    "DELETE FROM journal_bureau",
                    "DELETE FROM responsable",
                    "UPDATE evenement SET le = '2001-01-01'",
                    "TRUNCATE TABLE journal",
                    "DROP TABLE journal")) {
                assertThatThrownBy(() -> ordre.execute(refuse)).as(refuse).hasMessageContaining("denied");
            }
        }
        try (Connection purge = new MariaDbDataSource(base.url()).getConnection("purges", Installation.SECRET);
                Statement ordre = purge.createStatement()) {
            assertThatThrownBy(() -> ordre.execute("UPDATE journal SET details = '{}'"))
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> ordre.execute("SELECT * FROM responsable")).hasMessageContaining("denied");
        }
        administration.executer(
                "UPDATE tache SET execution_time = UTC_TIMESTAMP(3) WHERE task_name LIKE 'journal-%' AND picked = 0");
        tomcat.attendre(
                "la purge du journal",
                () -> new Requetes(base)
                        .lire("SELECT id FROM journal WHERE le < '2002-01-01'")
                        .isEmpty());
    }

    /** Du même genre : ligne de demande illisible, adresse mal codée, en-têtes trop longs, application absente. */
    @Test
    @Order(1)
    void lesErreursDeTomcatLuiMemeNeDisentNiSonNomNiSaVersionEtSontEnFrancais() throws IOException {
        URI publique = URI.create(adresse);
        String suiteDeLaDemande = " HTTP/1.1\r\nHost: " + publique.getAuthority() + "\r\nX-Forwarded-Proto: "
                + publique.getScheme() + "\r\nX-Forwarded-Port: " + publique.getPort()
                + "\r\nConnection: close\r\n\r\n";
        for (String demande : List.of(
                "N'importe quoi\r\n\r\n",
                "GET /%zz" + suiteDeLaDemande,
                "GET /teleservices/accueil?x=" + "a".repeat(9_000) + suiteDeLaDemande,
                "GET /teleservices/<script>" + suiteDeLaDemande,
                "GET /autre-application/" + suiteDeLaDemande,
                "BREW /teleservices/accueil" + suiteDeLaDemande)) {
            String rendu = tomcat.demander(demande);
            assertThat(rendu)
                    .as(demande.substring(0, 14))
                    // Sans ligne de demande lisible, Tomcat répond comme à HTTP/0.9 : la page seule.
                    .matches(texte -> texte.startsWith("HTTP/1.1 4") || texte.startsWith("<!DOCTYPE html>"))
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContainIgnoringCase("apache")
                    .doesNotContain("Exception");
            String corps = rendu.startsWith("<") ? rendu : rendu.substring(rendu.indexOf("\r\n\r\n") + 4);
            assertThat(corps.isBlank() || corps.contains("lang=\"fr\""))
                    .as(rendu)
                    .isTrue();
        }
    }

    @Test
    @Order(1)
    void leContactDeSecuriteSeLitALaRacine() {
        assumeTrue(nginx != null, "nginx manque (apt install nginx-light) : la racine n'est pas essayée.");
        HttpResponse<String> texte = navigateur().lire(adresse + "/.well-known/security.txt");
        assertThat(texte.statusCode()).isEqualTo(200);
        assertThat(entete(texte, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(texte.body())
                .contains(
                        "Contact: mailto:rssi@ac-exemple.fr\n",
                        "Canonical: " + adresse + "/.well-known/security.txt\n",
                        "Preferred-Languages: fr, en\n");
        Matcher expire = Pattern.compile("Expires: (\\S+)").matcher(texte.body());
        assertThat(expire.find()).isTrue();
        assertThat(Instant.parse(expire.group(1)))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(80)), Instant.now().plus(Duration.ofDays(100)));
    }

    @Test
    @Order(2)
    void leMandataireEcritCeQueLeClientPretendEtNeDoubleAucunEntete() throws IOException {
        assumeTrue(nginx != null, "nginx manque (apt install nginx-light) : le mandataire n'est pas essayé.");
        ClientHttp attaquant = navigateur();
        HttpResponse<String> depart = attaquant.lire(
                "/accueil",
                "X-Forwarded-Host",
                "attaquant.example",
                "X-Forwarded-Proto",
                "http",
                "X-Forwarded-Port",
                "81",
                "Forwarded",
                "host=attaquant.example;proto=http");
        assertThat(depart.statusCode()).isEqualTo(302);
        assertThat(ClientHttp.parametre(ClientHttp.versOu(depart), "service"))
                .startsWith(adresse + CONTEXTE + "/connexion?etat=");
        assertThat(depart.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("; Secure");
        for (String unique : List.of("Strict-Transport-Security", "Content-Security-Policy", "X-Frame-Options")) {
            assertThat(depart.headers().allValues(unique)).as(unique).hasSize(1);
        }
        assertThat(depart.headers().map()).doesNotContainKey("x-powered-by");

        // L'adresse du journal est celle du client, pas celle qu'il prétend.
        Installation.Parent parent = connecter("Dylan", "X-Forwarded-For", "203.0.113.9");
        assertThat(new Requetes(base).lire("SELECT DISTINCT adresse FROM journal"))
                .containsExactly("127.0.0.1");
        assertThat(parent.navigateur().lire("/compte/enfants").statusCode()).isEqualTo(200);

        assertThat(attaquant
                        .envoyer("/connexion", Map.of("logoutRequest", "x".repeat(3_000_000)))
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<String> clair =
                new ClientHttp("http://localhost:" + portClair, null).lire("/accueil", "X-Forwarded-Host", "x.example");
        assertThat(clair.statusCode()).isEqualTo(308);
        assertThat(ClientHttp.versOu(clair)).isEqualTo(adresse + CONTEXTE + "/accueil");
    }

    @Test
    @Order(3)
    void enHttpsLesCookiesNeViennentQueDeCetHoteEtLesEntreesSontCinqAuPlus() {
        assumeTrue(nginx != null, "nginx manque (apt install nginx-light) : HTTPS n'est pas essayé.");
        ClientHttp parent = navigateur();
        HttpResponse<String> depart = parent.lire("/accueil");
        assertThat(depart.headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(depart.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(DeploiementIT::exigerDeCetHote)
                .asString()
                .startsWith("__Host-teleservices-entree-");
        String identifiant = installation.nouvelIdentifiant();
        familles.actif(identifiant);
        HttpResponse<String> entree =
                parent.lire(parent.sIdentifier(ClientHttp.versOu(depart), identifiant, Familles.MOT_DE_PASSE));
        assertThat(entree.headers().allValues("Set-Cookie"))
                .allSatisfy(DeploiementIT::exigerDeCetHote)
                .anyMatch(cookie -> cookie.startsWith("__Host-teleservices-session="));
        assertThat(parent.lire("/compte/enfants").statusCode()).isEqualTo(200);

        ClientHttp impatient = navigateur();
        String premiere = ClientHttp.versOu(impatient.lire("/accueil"));
        List<String> retires = new ArrayList<>();
        for (int onglet = 2; onglet <= 7; onglet++) {
            retires.addAll(impatient.lire("/compte/enfants").headers().allValues("Set-Cookie"));
        }
        retires.removeIf(cookie -> !cookie.contains("; Max-Age=0;"));
        assertThat(retires)
                .hasSize(2)
                .allSatisfy(DeploiementIT::exigerDeCetHote)
                .first()
                .asString()
                .startsWith("__Host-teleservices-entree-"
                        + ClientHttp.parametre(ClientHttp.parametre(premiere, "service"), "etat")
                                .substring(0, 8));
    }

    @Test
    @Order(3)
    void laDeconnexionUniqueDuCasPasse() {
        Installation.Parent parent = connecter("Dylan");
        HttpResponse<String> annonce = navigateur()
                .envoyer(
                        "/connexion",
                        Map.of(
                                "logoutRequest",
                                "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"x\""
                                        + " Version=\"2.0\"><samlp:SessionIndex>" + parent.ticket()
                                        + "</samlp:SessionIndex></samlp:LogoutRequest>"));
        assertThat(annonce.statusCode()).isEqualTo(204);
        assertThat(parent.navigateur().lire("/compte/enfants").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(4)
    void unRedemarrageGardeLesSessionsEtLeTravailEnCours() {
        Installation.Parent parent = connecter("Dylan");
        Installation.Etape2 etape2 = installation.allerALEtape2(parent, "Florian");
        tomcat.close();
        if (nginx != null) {
            HttpResponse<String> attente = parent.navigateur().lire("/compte/enfants");
            assertThat(attente.statusCode()).isEqualTo(503);
            assertThat(attente.body()).contains("Service momentanément indisponible");
            assertThat(attente.headers().firstValue("Retry-After")).contains("60");
        }
        tomcat.demarrer();
        tomcat.attendreLaSante(CONTEXTE);
        installation.exigerLeRegroupement(parent, etape2);
    }

    @Test
    @Order(5)
    void leParentALEtape2FinitPendantLaMiseANiveauPuisOnRevientEnArriere() throws IOException {
        Installation.Parent parent = connecter("Dylan");
        Installation.Etape2 etape2 = installation.allerALEtape2(parent, "Florian");

        tomcat.deposer(versionSuivante(), "teleservices##20270105.war");
        tomcat.attendre("la version suivante", () -> statut(navigateur(), TEMOIN) == 200);

        // L'ancienne version garde qui y était ; la nouvelle reçoit qui arrive.
        assertThat(statut(parent.navigateur(), TEMOIN)).isEqualTo(404);
        installation.exigerLeRegroupement(parent, etape2);
        Installation.Parent arrivant = connecter("Inès");
        assertThat(statut(arrivant.navigateur(), TEMOIN)).isEqualTo(200);
        assertThat(arrivant.navigateur().lire("/compte/enfants").body()).contains("Inès");

        tomcat.deposer(war, "teleservices##20270105b.war");
        tomcat.attendre("la version d'avant", () -> statut(navigateur(), TEMOIN) == 404);
        Installation.Parent revenu = connecter("Noé");
        assertThat(revenu.navigateur().lire("/compte/enfants").body()).contains("Noé");
        assertThat(arrivant.navigateur().lire("/compte/enfants").body()).contains("Inès");
        assertThat(new Requetes(base).lire("SELECT MAX(version) FROM teleservices_schema"))
                .containsExactly("999");
    }

    private ClientHttp navigateur() {
        return new ClientHttp(adresse, confiance);
    }

    private Installation.Parent connecter(String enfant, String... entetes) {
        return installation.connecter(navigateur(), enfant, entetes);
    }

    /** Le WAR construit, avec un script de schéma de plus. */
    private Path versionSuivante() throws IOException {
        Path copie = Files.copy(war, racine.resolve("suivante.war"));
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + copie.toUri()), Map.of())) {
            Files.writeString(zip.getPath(TEMOIN), "suivante\n");
            Files.writeString(zip.getPath(SCRIPT), "ALTER TABLE essai ADD COLUMN ajoutee TINYINT NULL;\n");
        }
        return copie;
    }

    /** Ce qu'un navigateur exige d'un nom en {@code __Host-}. */
    private static void exigerDeCetHote(String cookie) {
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Path=/;", "; Secure")
                .doesNotContain("Domain");
    }

    private static int statut(ClientHttp navigateur, String chemin) {
        return navigateur.lire(chemin).statusCode();
    }

    private static String entete(HttpResponse<String> reponse, String nom) {
        return reponse.headers().firstValue(nom).orElse("");
    }
}
