package fr.academie.teleservices.tuile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.demonstration.PileDeDemonstration.Options;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Habillage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** La tuile et les descripteurs, demandés au WAR déployé. */
@EssaiLong("la tuile dans un portail, à deux largeurs ; TuileEncadreeIT garde le cadre, DescripteursTest "
        + "les fichiers remis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TuileIT {

    private static final String PORTAIL = "https://ent.exemple.fr";
    private static final Pattern ADRESSE = Pattern.compile("http://[a-z0-9.:]+/teleservices/[a-zA-Z0-9/.-]*[a-z]");

    private final HttpClient client = HttpClient.newHttpClient();
    private PileDeDemonstration pile;

    @BeforeAll
    void demarrer() {
        pile = PileDeDemonstration.demarrer(Options.essai(Map.of("profil.tuile.portails", PORTAIL)));
    }

    @AfterAll
    void arreter() {
        pile.close();
    }

    @Test
    void seulsLesPortailsDuProfilEncadrentLaTuile() throws IOException, InterruptedException {
        HttpResponse<String> tuile = demander("/teleservices/tuile");
        HttpResponse<String> descripteurs = demander("/teleservices/tuile/descripteurs");

        assertThat(entete(tuile, "Content-Security-Policy")).contains("frame-ancestors " + PORTAIL);
        assertThat(tuile.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(entete(descripteurs, "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(entete(descripteurs, "X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void sansSessionLaTuileProposeDeSeConnecterSansRedirigerNiOuvrirDeSession()
            throws IOException, InterruptedException {
        HttpResponse<String> tuile = demander("/teleservices/tuile");

        assertThat(tuile.statusCode()).isEqualTo(200);
        assertThat(tuile.body())
                .contains("Se connecter", "target=\"_top\"", "href=\"/teleservices/accueil\"")
                .doesNotContain("<script", "rattaché");
        assertThat(tuile.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void lIconeSeMontreDansLaPageDUnPortail() throws IOException, InterruptedException {
        assertThat(entete(demander("/teleservices/ts/teleservices.svg"), "Cross-Origin-Resource-Policy"))
                .isEqualTo("cross-origin");
        assertThat(entete(demander("/teleservices" + Habillage.adresse("pages.css")), "Cross-Origin-Resource-Policy"))
                .isEqualTo("same-origin");
    }

    @Test
    void chaqueAdresseDesDescripteursRepond() throws IOException, InterruptedException {
        String liste = demander("/teleservices/tuile/descripteurs").body();
        Set<String> adresses = new TreeSet<>();
        for (String fichier : Set.of(
                "teleservices.html",
                "teleservices.portlet-definition.xml",
                "teleservices.edifice.json",
                "Teleservices-1000.json",
                "teleservices.fiche.txt")) {
            HttpResponse<String> descripteur = demander("/teleservices/tuile/descripteurs/" + fichier);
            assertThat(liste).contains("/teleservices/tuile/descripteurs/" + fichier);
            assertThat(descripteur.statusCode()).as(fichier).isEqualTo(200);
            ADRESSE.matcher(descripteur.body()).results().forEach(a -> adresses.add(a.group()));
        }
        assertThat(adresses).hasSize(6).allMatch(a -> a.startsWith(pile.adresse() + "/teleservices/"));
        for (String adresse : adresses) {
            int attendu = switch (adresse.substring(adresse.lastIndexOf('/'))) {
                // Vers le CAS.
                case "/accueil" -> 302;
                // Le retour du CAS, sans ticket : la page « connexion à recommencer ».
                case "/connexion" -> 400;
                default -> 200;
            };
            assertThat(lire(adresse).statusCode()).as(adresse).isEqualTo(attendu);
        }
    }

    @Test
    void unFichierInconnuEstIntrouvable() throws IOException, InterruptedException {
        assertThat(demander("/teleservices/tuile/descripteurs/autre.json").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> demander(String chemin) throws IOException, InterruptedException {
        return lire(pile.adresse() + chemin);
    }

    private HttpResponse<String> lire(String adresse) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(adresse)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String entete(HttpResponse<String> reponse, String nom) {
        return reponse.headers().firstValue(nom).orElse("");
    }
}
