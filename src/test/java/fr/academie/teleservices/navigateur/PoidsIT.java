package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Habillage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ce que chaque page fait venir par le réseau d'un téléphone, en octets reçus, en-têtes compris ; le serveur est un Tomcat sans réglage. */
@EssaiLong("ce que pèse chaque page, des styles au dernier octet ; AllersRetoursIT garde ce qu'elle demande à la base")
@EssaiDeNavigateur
class PoidsIT {

    private static final int PREMIERE_VISITE = 100_000;
    private static final int RETOUR = 12_000;
    /** Une page peut se reprendre une fois après coup ; une boucle demande une trentaine d'images. */
    private static final int UN_DESSIN = 2;

    private static final List<String> PAGES =
            List.of("/accueil", "/compte/enfants", "/compte/regrouper", "/compte/profil", "/oubli/mot-de-passe");

    private static final String RECUS =
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".filter(e => e.transferSize > 0).map(e => [e.name, e.transferSize])";

    /** Les images que les scripts de la page demandent en une demi-seconde. */
    private static final String IMAGES = "() => new Promise(dire => { let images = 0;"
            + " const vraie = window.requestAnimationFrame; window.requestAnimationFrame = suite => { images++;"
            + " return vraie.call(window, suite); }; setTimeout(() => { window.requestAnimationFrame = vraie;"
            + " dire(images); }, 500); })";

    private final Pile pile;
    private final Navigateur navigateur;

    PoidsIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void unePremiereVisitePeseMoinsDeCentKiloOctetsEtUnRetourLaPageSeule() {
        Pile.Compte compte = pile.actif("Dylan");
        for (String page : PAGES) {
            Visiteur parent = navigateur.premiereVisite(Navigateur.TELEPHONE);
            parent.seConnecter(compte);
            parent.contexte().newCDPSession(parent.page()).send("Network.clearBrowserCache");
            Map<String, Integer> premiere = poids(parent, page);
            assertThat(somme(premiere)).as(page + " " + premiere).isLessThan(PREMIERE_VISITE);
            assertThat(premiere.keySet())
                    .as("polices de " + page)
                    .filteredOn(adresse -> adresse.endsWith(".woff2"))
                    .hasSizeLessThanOrEqualTo(2);

            Map<String, Integer> retour = poids(parent, page);
            assertThat(retour.keySet()).as(page).hasSize(1);
            assertThat(somme(retour)).as(page + " " + retour).isLessThan(RETOUR);
            parent.close();
        }
    }

    @Test
    void unNomDUnAutreAlphabetLatinALesMemesLettres() {
        Visiteur parent = navigateur.premiereVisite(Navigateur.TELEPHONE);
        parent.seConnecter(pile.actif("Dylan"));
        parent.ouvrirPage("/accueil");
        parent.page()
                .evaluate("() => { document.querySelector('h1').textContent = 'Şükrü Yıldız Łukasz'; return"
                        + " document.fonts.ready; }");

        assertThat(parent.page()
                        .evaluate(
                                "() => document.fonts.load('700 20px Marianne', 'Şł').then(polices => polices.length)"))
                .isEqualTo(1);
    }

    @Test
    void unePageQuOnLitNeTientPasLeTelephoneEveille() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        for (String page : List.of("/compte/regrouper", "/accueil")) {
            parent.ouvrirPage(page);
            parent.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(images(parent)).as(page).isLessThanOrEqualTo(UN_DESSIN);
        }
        parent.deplierLeMenu();
        assertThat(images(parent)).as("menu ouvert").isLessThanOrEqualTo(UN_DESSIN);
    }

    @Test
    void leTomcatLePlusNuSertStylesEtScriptsComprimes() {
        for (String fichier : List.of("pages.css", "pages.js")) {
            for (Map.Entry<String, String> forme :
                    Map.of("gzip", ".gz", "br, gzip", ".br").entrySet()) {
                HttpResponse<String> reponse =
                        new ClientHttp(pile).lire(Habillage.adresse(fichier), "Accept-Encoding", forme.getKey());

                assertThat(reponse.headers().firstValueAsLong("Content-Length"))
                        .hasValue(taille(Habillage.dossier().resolve(fichier + forme.getValue())));
                assertThat(reponse.headers().firstValue("Content-Type"))
                        .get()
                        .asString()
                        .containsPattern("css|javascript");
                assertThat(reponse.headers().firstValue("Vary"))
                        .get()
                        .asString()
                        .containsIgnoringCase("accept-encoding");
                assertThat(reponse.headers().firstValue("Cache-Control"))
                        .get()
                        .asString()
                        .contains("immutable");
            }
        }
    }

    @Test
    void unHabillageRemplaceNEstPasGardeAbsent() {
        HttpResponse<String> absent = new ClientHttp(pile).lire("/dsfr/0123456789ab/pages.css");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void toutCeQueLaFeuilleDeStyleAppelleEstLa() throws IOException {
        String style = Files.readString(Habillage.dossier().resolve("pages.css"));
        List<String> appeles = Stream.of(style.split("url\\(", -1))
                .skip(1)
                .map(suite -> suite.substring(0, suite.indexOf(')')).replaceAll("[\"']", ""))
                .filter(Predicate.not(adresse -> adresse.startsWith("data:")))
                .distinct()
                .toList();

        assertThat(appeles)
                .hasSizeGreaterThan(8)
                .allSatisfy(adresse ->
                        assertThat(Habillage.dossier().resolve(adresse)).exists());
    }

    private static int images(Visiteur visiteur) {
        return ((Number) visiteur.page().evaluate(IMAGES)).intValue();
    }

    /** Ce qui est venu du réseau, et non du cache. */
    private static Map<String, Integer> poids(Visiteur visiteur, String page) {
        visiteur.ouvrirPage(page);
        visiteur.page().waitForLoadState(LoadState.NETWORKIDLE);
        // Une police se demande quand la page se dessine : sur une machine chargée, après ce calme.
        visiteur.page().evaluate("() => document.fonts.ready.then(() => true)");
        Map<String, Integer> recus = new LinkedHashMap<>();
        for (Object recu : (List<?>) visiteur.page().evaluate(RECUS)) {
            List<?> paire = (List<?>) recu;
            recus.put((String) paire.get(0), (Integer) paire.get(1));
        }
        return recus;
    }

    private static int somme(Map<String, Integer> recus) {
        return recus.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long taille(Path fichier) {
        try {
            return Files.size(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
