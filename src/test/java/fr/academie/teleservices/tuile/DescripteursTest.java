package fr.academie.teleservices.tuile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.PseudoLangue;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Ce que les descripteurs de chaque profil disent aux portails et au CAS. */
class DescripteursTest {

    private static final String SERVEUR = "https://teleservices.exemple.fr";
    private static final String NOMBRE = "abcdefghijklmnopqrstuv";
    /** Les champs que le schéma public createApplication.json d'entcore (app-registry) accepte, tous des textes sauf deux. */
    private static final Set<String> CHAMPS_EDIFICE = Set.of(
            "name",
            "grantType",
            "secret",
            "address",
            "icon",
            "target",
            "displayName",
            "certUri",
            "scope",
            "casType",
            "statCasType",
            "pattern",
            "inherits",
            "appLocked");

    @ParameterizedTest
    @MethodSource("profils")
    void leJsonDEdificeTientAuSchemaPublicEtNePorteAucunSecret(Path profil) {
        JsonObject application = json(profil, "edifice");

        assertThat(CHAMPS_EDIFICE).containsAll(application.keySet());
        assertThat(application.keySet()).contains("name", "address").doesNotContain("secret", "grantType");
        assertThat(application.getString("address")).isEqualTo(SERVEUR + "/teleservices/accueil");
        assertThat(application.getString("icon")).endsWith(".svg");
        assertThat(application.getBoolean("inherits")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("profils")
    void lePortletUPortalEstBienFormeEtDansLOrdreDuSchema(Path profil)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory fabrique = DocumentBuilderFactory.newInstance();
        fabrique.setNamespaceAware(true);
        Element racine = fabrique.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        descripteur(profil, "uportal").contenu().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(racine.getNamespaceURI())
                .isEqualTo("https://source.jasig.org/schemas/uportal/io/portlet-definition");
        assertThat(enfants(racine).map(Node::getLocalName).distinct())
                .containsExactly(
                        "title",
                        "name",
                        "fname",
                        "desc",
                        "type",
                        "timeout",
                        "portlet-descriptor",
                        "category",
                        "group",
                        "permissions",
                        "parameter",
                        "portlet-preference");
        assertThat(texte(racine, "fname")).isEqualTo("Teleservices");
        assertThat(texte(racine, "title")).isEqualTo("Téléservices");
        assertThat(enfants(racine)
                        .filter(e -> "parameter".equals(e.getLocalName()))
                        .map(e -> texte(e, "name")))
                .contains("iconUrl", "alternativeMaximizedLink");
    }

    @ParameterizedTest
    @MethodSource("profils")
    void leServiceDuCasNAutoriseQueNosAdresses(Path profil) {
        Descripteur descripteur = descripteur(profil, "cas");
        JsonObject service = json(profil, "cas");
        Pattern autorise = Pattern.compile(service.getString("serviceId"));

        assertThat(descripteur.fichier()).isEqualTo(service.getString("name") + "-" + service.getInt("id") + ".json");
        assertThat(service.getString("@class")).isEqualTo("org.apereo.cas.services.CasRegisteredService");
        assertThat(service.getString("logoutType")).isEqualTo("BACK_CHANNEL");
        assertThat(Stream.of(
                        SERVEUR + "/teleservices/connexion?etat=" + NOMBRE,
                        SERVEUR + "/teleservices/connexion?etat=" + NOMBRE + "&langue=fr-FACILE",
                        SERVEUR + "/teleservices/deconnecte"))
                .allMatch(autorise.asMatchPredicate());
        assertThat(Stream.of(
                        "https://teleservicesXexemple.fr/teleservices/connexion?etat=" + NOMBRE,
                        SERVEUR + ".pirate.fr/teleservices/connexion?etat=" + NOMBRE,
                        SERVEUR + "/teleservices/connexion?etat=" + NOMBRE + "&suite=https://pirate.fr",
                        SERVEUR + "/teleservices/connexion?etat=" + NOMBRE + "&langue=ar&suite=x",
                        SERVEUR + "/teleservices/connexion?etat=" + NOMBRE + "&langue=https://pirate.fr",
                        "http://teleservices.exemple.fr/teleservices/connexion?etat=" + NOMBRE,
                        SERVEUR + "/autre/connexion?etat=" + NOMBRE))
                .noneMatch(autorise.asMatchPredicate());
    }

    @Test
    void leServiceMontreEnExempleEstCeluiQuiEstGenere() throws IOException {
        Descripteur genere = pour(
                        lire(Path.of("conf/academies/montpellier.properties")),
                        List.of(URI.create("https://teleservices.ac-exemple.fr")),
                        "/teleservices")
                .stream()
                .filter(d -> d.cle().equals("cas"))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of("conf/cas/services", genere.fichier())).hasContent(genere.contenu());
        assertThat(genere.contenu()).contains("\"theme\": \"scolarite-services\"");
        assertThat(descripteur(Path.of("conf/academies/bordeaux.properties"), "cas")
                        .contenu())
                .doesNotContain("theme");
    }

    @Test
    void toutesLesAdressesPubliquesSontAutoriseesAuCas() {
        List<Descripteur> descripteurs = pour(
                lire(Path.of("conf/academies/bordeaux.properties")),
                List.of(URI.create("https://a.exemple.fr/"), URI.create("https://b.exemple.fr:8443")),
                "/ts");
        JsonObject service = analyser(descripteurs.stream()
                .filter(d -> d.cle().equals("cas"))
                .findFirst()
                .orElseThrow()
                .contenu());

        assertThat(Stream.of(
                        "https://a.exemple.fr/ts/connexion?etat=" + NOMBRE,
                        "https://b.exemple.fr:8443/ts/connexion?etat=" + NOMBRE))
                .allMatch(Pattern.compile(service.getString("serviceId")).asMatchPredicate());
    }

    @Test
    void laFicheDitLEntreeQueLeGuideImprime() {
        assertThat(descripteur(Path.of("conf/academies/poitiers.properties"), "fiche")
                        .contenu())
                .contains(
                        "onglet «\u00a0Téléservices\u00a0»",
                        "«\u00a0Mes applis.\u00a0», puis icône «\u00a0Scolarité Services\u00a0»",
                        "i-Cart!");
        assertThat(descripteur(Path.of("conf/academies/montpellier.properties"), "fiche")
                        .contenu())
                .contains("page de connexion", "aucun (tuile.portails)");
    }

    @Test
    void laCommandeEcritLesFichiersEtLIcone(@TempDir Path dossier) throws IOException {
        EcrireLesDescripteurs.ecrire(
                lire(Path.of("conf/academies/dijon.properties")),
                List.of(URI.create(SERVEUR)),
                dossier,
                Path.of("webapp/ts/teleservices.svg"));

        try (Stream<Path> fichiers = Files.list(dossier)) {
            assertThat(fichiers.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "teleservices.html",
                            "teleservices.portlet-definition.xml",
                            "teleservices.edifice.json",
                            "Teleservices-1000.json",
                            "teleservices.fiche.txt",
                            "theme",
                            "teleservices.svg");
        }
    }

    static Stream<Path> profils() throws IOException {
        try (Stream<Path> fichiers = Files.list(Path.of("conf/academies"))) {
            return fichiers.sorted().toList().stream();
        }
    }

    @Test
    void chaqueMotFrancaisVientDesMessages() throws IOException, URISyntaxException {
        ProfilAcademie profil = lire(Path.of("conf/academies/poitiers.properties"));
        Textes pseudo = PseudoLangue.textes();

        assertThat(Descripteurs.pour(profil, pseudo, List.of(URI.create(SERVEUR)), "/teleservices"))
                .allSatisfy(d -> assertThat(PseudoLangue.sansMarques(d.contenu())
                                .replace(profil.academie(), "")
                                .replace(profil.service(), "")
                                .replace(profil.portailNom(), ""))
                        .as(d.fichier())
                        .doesNotContainPattern("[À-ÿ’]|\\b(le|la|les|de|du|des|un|une|et|ou|par|pour|dans)\\b"));
    }

    private static List<Descripteur> pour(ProfilAcademie profil, List<URI> serveurs, String contexte) {
        return Descripteurs.pour(profil, new Textes(new Langues(profil)), serveurs, contexte);
    }

    private static ProfilAcademie lire(Path profil) {
        return ProfilAcademie.lire(Proprietes.duFichier(profil, variable -> null));
    }

    private static Descripteur descripteur(Path profil, String cle) {
        return pour(lire(profil), List.of(URI.create(SERVEUR)), "/teleservices").stream()
                .filter(d -> d.cle().equals(cle))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject json(Path profil, String cle) {
        return analyser(descripteur(profil, cle).contenu());
    }

    private static JsonObject analyser(String contenu) {
        return Json.createReader(new StringReader(contenu)).readObject();
    }

    private static Stream<Element> enfants(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static String texte(Element parent, String nom) {
        return enfants(parent)
                .filter(e -> nom.equals(e.getLocalName()))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }
}
