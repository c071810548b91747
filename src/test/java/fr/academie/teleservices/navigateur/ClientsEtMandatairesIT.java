package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.securite.OrigineFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ce que font des navigateurs et des mandataires d'une autre humeur : ils vident ou retirent {@code Origin}, envoient une méthode que
 * personne n'attend, coupent ou encodent mal. Du même genre, essayés aussi : chaque valeur de {@code Sec-Fetch-Site}, chaque en-tête
 * absent, chaque méthode sur une page, un fichier, un point d'entrée de serveur à serveur.
 */
@ExtendWith(PileExtension.class)
@Timeout(120)
class ClientsEtMandatairesIT {

    private static final String ILLISIBLE = "<title>Demande non comprise";

    private final Pile pile;

    ClientsEtMandatairesIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void ceQueDitSecFetchSiteDecideEtOriginNeCompteQuASonDefaut() {
        Pile.Compte principal = pile.actif("Dylan");
        ClientHttp parent = new ClientHttp(pile).connecter(principal);
        String ici = pile.adresse();
        String[][] acceptes = {
            {"Origin", "null", "Sec-Fetch-Site", "same-origin"},
            {"Origin", ici, "Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "none"},
            {"Origin", "null", "Sec-Fetch-Site", "none"},
            {"Origin", ici},
            {},
        };
        for (String[] entetes : acceptes) {
            assertThat(etape1(parent, entetes).statusCode())
                    .as(String.join(" ", entetes))
                    .isIn(200, 302);
        }
        String[][] refuses = {
            {"Origin", "null"},
            {"Origin", "null", "Sec-Fetch-Site", "cross-site"},
            {"Origin", "null", "Sec-Fetch-Site", "same-site"},
            {"Origin", ici, "Sec-Fetch-Site", "cross-site"},
            {"Origin", ici, "Sec-Fetch-Site", "same-site"},
            {"Origin", ici, "Sec-Fetch-Site", "inconnu"},
            {"Origin", ici, "Sec-Fetch-Site", ""},
            {"Origin", "https://attaquant.example"},
            {"Origin", ""},
        };
        for (String[] entetes : refuses) {
            HttpResponse<String> reponse = etape1(parent, entetes);
            assertThat(reponse.statusCode()).as(String.join(" ", entetes)).isEqualTo(403);
            assertThat(reponse.body()).contains("Formulaire non accepté");
        }
    }

    @Test
    void lAdministrateurLitDansLesTracesPourquoiUnFormulaireEstRefuse() throws IOException {
        List<String> traces = ecouter(() -> {
            String hote = "Host: localhost:" + URI.create(pile.adresse()).getPort();
            brut("POST /teleservices/deconnexion HTTP/1.1", hote, "Content-Length: 0", "Origin: null");
            brut(
                    "POST /teleservices/deconnexion HTTP/1.1",
                    hote,
                    "Content-Length: 0",
                    "Sec-Fetch-Site: cross-site",
                    "Origin: https://é\tfaux.example/" + "x".repeat(500));
        });
        assertThat(traces)
                .hasSize(2)
                .allSatisfy(trace -> assertThat(trace)
                        .contains("Formulaire refusé (403) sur POST /teleservices/deconnexion")
                        .hasSizeLessThan(400)
                        .doesNotContain("\n"))
                .anySatisfy(trace -> assertThat(trace).contains("Sec-Fetch-Site : absent ; Origin : null"))
                .anySatisfy(trace -> assertThat(trace).contains("Sec-Fetch-Site : cross-site ; Origin : https://"));
    }

    @Test
    void uneMethodeInattendueEstRefuseePartoutSansMenerALaConnexion() throws IOException {
        String hote = "Host: localhost:" + URI.create(pile.adresse()).getPort();
        List<String> adresses = Stream.of(
                        Pages.PERSONNELLES.stream(),
                        Pages.PUBLIQUES.stream(),
                        PagesDuBureau.adresses().stream(),
                        Stream.of(
                                "/",
                                "/connexion",
                                "/deconnexion",
                                "/sante",
                                "/tuile",
                                "/tuile/descripteurs",
                                "/politique-mot-de-passe",
                                "/compte/telecharger/accuse.pdf",
                                "/ts/teleservices.svg",
                                "/page-qui-n-existe-pas",
                                "/erreurs/introuvable"))
                .flatMap(s -> s)
                .toList();
        for (String methode : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "FOO")) {
            for (String adresse :
                    methode.equals("PUT") ? adresses : List.of("/compte/enfants", "/connexion", "/sante")) {
                exigerLeRefus(
                        brut(methode + " /teleservices" + adresse + " HTTP/1.1", hote, "Content-Length: 0"),
                        methode + " " + adresse);
            }
        }
        assertThat(brut("TRACE /teleservices/accueil HTTP/1.1", hote, "X-Secret: abc"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: ")
                .contains(ILLISIBLE)
                .doesNotContain("abc");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        assertThat(parent.envoyer("PUT", "/compte/enfants").body())
                .contains(ILLISIBLE)
                .doesNotContain("Dylan");
    }

    private static void exigerLeRefus(String reponse, String cas) {
        assertThat(reponse)
                .as(cas)
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, POST\r\n")
                .contains(ILLISIBLE)
                .contains("class=\"fr-header\"")
                .doesNotContain("Location:")
                .doesNotContain("Set-Cookie:");
    }

    @Test
    void uneDemandeIllisibleEstRefuseeParNotrePage() throws IOException {
        String hote = "Host: localhost:" + URI.create(pile.adresse()).getPort();
        for (String question : List.of("a=%zz", "a=%", "a=%4", "%zz=a", "titre=x&b=%C3%", "=a")) {
            assertThat(brut("GET /teleservices/contact?" + question + " HTTP/1.1", hote))
                    .as(question)
                    .startsWith("HTTP/1.1 400")
                    .contains(ILLISIBLE)
                    .contains("class=\"fr-header\"");
        }
        assertThat(brut("GET /teleservices/contact?a=b&&c HTTP/1.1", hote)).startsWith("HTTP/1.1 200");

        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        Map<String, String> champs = Envois.etape1(parent, "personne", "x");
        Map<String, String> trop = new TreeMap<>(champs);
        for (int i = 0; i < 10_001; i++) {
            trop.put("x" + i, "1");
        }
        HttpResponse<String> refusee = parent.envoyer(Regroupement.ETAPE_1, trop);
        assertThat(refusee.statusCode()).isEqualTo(400);
        assertThat(refusee.body()).contains(ILLISIBLE);
        HttpResponse<String> enorme =
                parent.envoyer(Regroupement.ETAPE_1, Envois.etape1(parent, "x".repeat(3_000_000), "y"));
        assertThat(enorme.statusCode()).isEqualTo(413);
        assertThat(enorme.body()).contains(ILLISIBLE);
        assertThat(parent.envoyer(Regroupement.ETAPE_1, champs).statusCode()).isIn(200, 302);
        assertThat(parent.lire("/compte/enfants").body()).contains("Dylan");
    }

    /** Un corps, un type, un cookie, un en-tête qu'aucun navigateur n'envoie : une page des nôtres, en français, jamais une panne. */
    @Test
    void unEnTeteOuUnCorpsAbsurdeNeFaitPasDePanne() throws IOException {
        String hote = "Host: localhost:" + URI.create(pile.adresse()).getPort();
        String[][] absurdes = {
            {"Content-Type: application/x-www-form-urlencoded", "a=%zz"},
            {"Content-Type: application/x-www-form-urlencoded", "jakarta.faces.ViewState=%C3%28&mail=%"},
            {"Content-Type: application/x-www-form-urlencoded; charset=zzz", "a=b"},
            {"Content-Type: multipart/form-data", "a=b"},
            {"Content-Type: multipart/form-data; boundary=x", "--y"},
            {"Content-Type: ;;;", "a=b"},
            {"Content-Type: text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"},
            {"Cookie: JSESSIONID=../../x; a=\"; =; ;;;", ""},
            {"Cookie: JSESSIONID=%00%zz; teleservices-entree-x=\u00e9", ""},
            {"Accept-Language: fr;q=zzz, *;q=2, <script>, \u00e9", ""},
            {"Accept-Language: " + "a-".repeat(500), ""},
            {"Referer: ://[", ""},
            {"X-Forwarded-For: ,,,[::", ""},
            {"User-Agent: " + "\u00e9\uD83D\uDE00".repeat(100), ""},
            {"If-Modified-Since: hier", ""},
            {"Range: bytes=zz-", ""},
        };
        List<String> defauts = new ArrayList<>();
        for (String[] absurde : absurdes) {
            for (String adresse :
                    List.of("/oubli/identifiant", "/contact", "/accueil", "/connexion", "/ts/teleservices.css")) {
                for (String methode : List.of("GET", "POST")) {
                    String recu = brutAvec(
                            absurde[1],
                            methode + " /teleservices" + adresse + " HTTP/1.1",
                            hote,
                            absurde[0],
                            "Sec-Fetch-Site: same-origin",
                            "Content-Length: " + absurde[1].getBytes(StandardCharsets.UTF_8).length);
                    int statut = Integer.parseInt(recu.substring(9, 12));
                    boolean page = statut < 400 || statut == 416 || recu.contains("<html lang=\"fr\"");
                    if (statut >= 500 || !page) {
                        defauts.add(methode + " " + adresse + " " + absurde[0] + " | " + absurde[1] + " : " + statut);
                    }
                }
            }
        }
        assertThat(defauts).isEmpty();
    }

    /** Dix mégaoctets annoncés, dont rien n'arrive : la réponse n'attend pas le corps, que rien n'écrit donc sur le disque. */
    @Test
    void desFichiersQuePersonneNAttendSontRefusesSansEtreLus() throws IOException {
        for (String adresse : List.of("/contact", "/oubli/identifiant", "/accueil", "/etablissement", "/sante")) {
            for (String type : List.of("multipart/form-data; boundary=x", "Multipart/Form-Data; boundary=x")) {
                assertThat(debutDUnEnvoi(adresse, type))
                        .as(adresse + " " + type)
                        .startsWith("HTTP/1.1 415");
            }
        }
    }

    /** La première ligne que rend le serveur, le corps n'étant pas encore parti. */
    private String debutDUnEnvoi(String adresse, String type) throws IOException {
        int port = URI.create(pile.adresse()).getPort();
        try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
            prise.setSoTimeout(10_000);
            String entetes = String.join(
                    "\r\n",
                    "POST /teleservices" + adresse + " HTTP/1.1",
                    "Host: localhost:" + port,
                    "Content-Type: " + type,
                    "Sec-Fetch-Site: same-origin",
                    "Content-Length: 10000000");
            prise.getOutputStream()
                    .write((entetes
                                    + "\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(prise.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }
    }

    @Test
    void uneDateTapeeFiltreEtUneFausseEstDite() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zdates");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        for (String page : List.of("/etablissement/journal", "/etablissement/suivi")) {
            String question = "?uai=" + ecole.uai() + "&au=31%2F10%2F2026&du=";
            assertThat(chef.lire(page + question + "25%2F10%2F2026").body())
                    .as(page)
                    .contains("name=\"du\" type=\"date\" value=\"2026-10-25\"")
                    .doesNotContain("fr-message--error");
            assertThat(chef.lire(page + question + "31%2F02%2F2026").body())
                    .as(page)
                    .contains("« 31/02/2026 » n’est pas une date")
                    .contains("aria-describedby=\"du-erreur\"")
                    .containsOnlyOnce("fr-message--error");
        }
    }

    private HttpResponse<String> etape1(ClientHttp parent, String... entetes) {
        return parent.envoyer(Regroupement.ETAPE_1, Envois.etape1(parent, "personne.inconnue", "x"), entetes);
    }

    private static List<String> ecouter(Essai essai) throws IOException {
        List<String> traces = new ArrayList<>();
        Handler oreille = new Handler() {
            @Override
            public void publish(LogRecord ligne) {
                traces.add(new SimpleFormatter().formatMessage(ligne));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger trace = Logger.getLogger(OrigineFilter.class.getName());
        trace.addHandler(oreille);
        try {
            essai.faire();
        } finally {
            trace.removeHandler(oreille);
        }
        return traces;
    }

    private interface Essai {
        void faire() throws IOException;
    }

    /** Une requête écrite à la main, pour dire ce qu'un client honnête ne dit pas. */
    private String brut(String... lignes) throws IOException {
        return brutAvec("", lignes);
    }

    private String brutAvec(String corps, String... lignes) throws IOException {
        try (Socket prise = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(pile.adresse()).getPort())) {
            prise.setSoTimeout(20_000);
            OutputStream sortie = prise.getOutputStream();
            sortie.write((String.join("\r\n", lignes) + "\r\nConnection: close\r\n\r\n" + corps)
                    .getBytes(StandardCharsets.UTF_8));
            sortie.flush();
            return new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
