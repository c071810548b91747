package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Habillage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ce que chaque réponse porte et ne porte pas : en-têtes, contenu exécutable, adresses, traces. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class EntetesIT {

    private static final List<Pattern> EXECUTABLES = List.of(
            Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<style", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<[^>]*\\sstyle\\s*=", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<[^>]*\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE),
            Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
            Pattern.compile(";jsessionid", Pattern.CASE_INSENSITIVE),
            Pattern.compile("https?://(?!localhost)[^\"]*\\.(js|css|woff2?|svg|png)\"", Pattern.CASE_INSENSITIVE));
    private static final Pattern FICHIER = Pattern.compile("(?:src|href)=\"(/teleservices/(?:ts|dsfr)/[^\"]+)\"");

    private final Pile pile;

    EntetesIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void chaquePageAUnePolitiqueStricteEtRienDExecutableDansSonHtml() {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        List<HttpResponse<String>> reponses = new ArrayList<>();
        Pages.PERSONNELLES.forEach(page -> reponses.add(suivre(parent, parent.lire(page))));
        Pages.PUBLIQUES.forEach(page -> reponses.add(parent.lire(page)));
        Pages.PUBLIQUES.forEach(page -> reponses.add(new ClientHttp(pile).lire(page)));
        reponses.add(parent.lire("/page-qui-n-existe-pas"));
        reponses.add(new ClientHttp(pile).lire("/connexion?ticket=ST-1"));
        reponses.add(suivre(parent, Envois.saisir(parent, "personne.inconnue", "Mauvais!2026")));
        reponses.add(suivre(parent, Envois.saisir(parent, secondaire.identifiant(), secondaire.motDePasse())));
        reponses.add(new ClientHttp(pile).connecter(pile.cree("Noé")).lire("/activation"));

        assertThat(reponses).hasSizeGreaterThan(25).allSatisfy(EntetesIT::exigerUnePageSure);
    }

    @Test
    void lesFichiersStatiquesSeGardentEtNOuvrentPasDeSession() {
        ClientHttp anonyme = new ClientHttp(pile);
        Matcher fichiers = FICHIER.matcher(anonyme.lire("/liens-utiles").body());
        List<String> lus = new ArrayList<>();
        while (fichiers.find()) {
            HttpResponse<String> fichier = anonyme.lire(pile.adresse() + fichiers.group(1));
            assertThat(fichier.statusCode()).as(fichiers.group(1)).isEqualTo(200);
            assertThat(entete(fichier, "Cache-Control")).startsWith("public, max-age=");
            assertThat(entete(fichier, "X-Content-Type-Options")).isEqualTo("nosniff");
            lus.add(entete(fichier, "Content-Type"));
        }
        assertThat(lus).hasSize(5);
        assertThat(String.join(" ", lus))
                .contains("text/css")
                .contains("javascript")
                .contains("svg");
        assertThat(anonyme.aUneSession()).isFalse();
    }

    @Test
    void lesCookiesSontHorsDePorteeDesScriptsEtDesAutresSites() {
        ClientHttp parent = new ClientHttp(pile);
        HttpResponse<String> depart = parent.lire("/accueil");
        assertThat(depart.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("teleservices-entree-")
                .contains("Path=/teleservices;")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Max-Age=900");
        HttpResponse<String> entree = parent.lire(parent.sIdentifier(ClientHttp.versOu(depart), pile.actif("Dylan")));
        assertThat(entree.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(ClientHttp.SESSION))
                .singleElement()
                .asString()
                .contains("Path=/teleservices")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void unNomDHoteInconnuEstRefuseEtUnNomForgeNEstPasRepete() throws IOException {
        assertThat(brut("GET /teleservices/accueil HTTP/1.1", "Host: attaquant.example"))
                .startsWith("HTTP/1.1 400")
                .contains("Cette adresse n’est pas celle du service.")
                .doesNotContain("attaquant");
        String hote = "Host: localhost:" + URI.create(pile.adresse()).getPort();
        assertThat(brut(
                        "GET /teleservices/accueil HTTP/1.1",
                        hote,
                        "X-Forwarded-Host: attaquant.example",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Port: 443",
                        "Forwarded: host=attaquant.example;proto=https"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: " + pile.adresse() + "/cas/login")
                .doesNotContain("attaquant");
        assertThat(brut("POST /teleservices/deconnexion HTTP/1.1", "Host: attaquant.example", "Content-Length: 0"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("attaquant");
        assertThat(brut("GET http://attaquant.example/teleservices/accueil HTTP/1.1", hote))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Location: ");
    }

    @Test
    void lesPagesDErreurGardentLeCadreEtNeMontrentAucuneTrace() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        HttpResponse<String> absente = parent.lire("/page-qui-n-existe-pas");
        assertThat(absente.statusCode()).isEqualTo(404);
        String reference = entete(absente, "X-Reference");
        assertThat(reference).matches("[A-HJ-NP-Z2-9]{8}");
        assertThat(entete(parent.lire("/page-qui-n-existe-pas"), "X-Reference")).isNotEqualTo(reference);
        exigerLeCadre(absente, "Page introuvable");

        HttpResponse<String> panne;
        pile.base().executer("RENAME TABLE rattachement TO rattachement_ailleurs");
        try {
            panne = parent.lire("/compte/enfants");
        } finally {
            pile.base().executer("RENAME TABLE rattachement_ailleurs TO rattachement");
        }
        assertThat(panne.statusCode()).isEqualTo(500);
        exigerLeCadre(panne, "Une erreur est survenue");
        assertThat(panne.body())
                .containsPattern("Référence à donner à l’assistance.{1,10}<strong>[A-Z0-9-]{6,}</strong>");
        assertThat(parent.lire("/compte/enfants").body()).contains("Dylan");
    }

    @Test
    void leContenuDuWarResteDansLeWar() throws IOException {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        for (String chemin : List.of(
                "/WEB-INF/web.xml",
                "/WEB-INF/gabarits/page.xhtml",
                "/WEB-INF/resources/ts/champ.xhtml",
                "/META-INF/MANIFEST.MF",
                "/.git/HEAD",
                "/.git/config",
                "/.svn/entries",
                "/jakarta.faces.resource/champ.xhtml?ln=ts",
                "/jakarta.faces.resource/../WEB-INF/web.xml",
                Habillage.adresse(""))) {
            assertThat(parent.lire(chemin).statusCode()).as(chemin).isIn(400, 404);
        }
    }

    @Test
    void uneMethodeInattendueNeFaitRien() {
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        for (String methode : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<String> reponse = parent.envoyer(methode, "/compte/enfants");
            assertThat(reponse.statusCode()).as(methode).isIn(400, 403, 404, 405, 501);
            assertThat(reponse.body()).doesNotContain("Dylan").doesNotContain("Exception");
        }
    }

    @Test
    void laSanteNeDitRienDePersonnelNiDeSecret() {
        HttpResponse<String> sante = new ClientHttp(pile).lire("/sante");
        assertThat(sante.statusCode()).isEqualTo(200);
        assertThat(sante.body())
                .contains("\"etat\":\"pret\"")
                .doesNotContain("mariadb")
                .doesNotContain("mot");
    }

    private static void exigerUnePageSure(HttpResponse<String> reponse) {
        String page = reponse.statusCode() + " " + reponse.uri();
        assertThat(entete(reponse, "Content-Type")).as(page).startsWith("text/html");
        assertThat(entete(reponse, "Content-Security-Policy"))
                .as(page)
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("object-src 'none'")
                .doesNotContain("unsafe-")
                .doesNotContain("*");
        assertThat(entete(reponse, "X-Frame-Options")).as(page).isEqualTo("DENY");
        assertThat(entete(reponse, "X-Content-Type-Options")).as(page).isEqualTo("nosniff");
        assertThat(entete(reponse, "Referrer-Policy")).as(page).isEqualTo("same-origin");
        assertThat(entete(reponse, "Cache-Control")).as(page).isEqualTo("no-store");
        assertThat(reponse.headers().map())
                .as(page)
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
        for (Pattern executable : EXECUTABLES) {
            assertThat(reponse.body()).as(page).doesNotContainPattern(executable);
        }
    }

    private static void exigerLeCadre(HttpResponse<String> reponse, String titre) {
        assertThat(reponse.body())
                .contains("<title>" + titre)
                .contains("class=\"fr-header\"")
                .contains("class=\"fr-footer\"")
                .contains("id=\"navigation\"")
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("Tomcat")
                .doesNotContain("java.");
        exigerUnePageSure(reponse);
    }

    private static HttpResponse<String> suivre(ClientHttp client, HttpResponse<String> reponse) {
        return reponse.statusCode() == 302 ? suivre(client, client.lire(ClientHttp.versOu(reponse))) : reponse;
    }

    private static String entete(HttpResponse<String> reponse, String nom) {
        return reponse.headers().firstValue(nom).orElse("");
    }

    /** Une requête écrite à la main, pour dire ce qu'un client honnête ne dit pas. */
    private String brut(String... lignes) throws IOException {
        try (Socket prise = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(pile.adresse()).getPort())) {
            prise.setSoTimeout(20_000);
            OutputStream sortie = prise.getOutputStream();
            sortie.write((String.join("\r\n", lignes) + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            sortie.flush();
            return new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
