package fr.academie.teleservices.apereo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNullElse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.demonstration.PileDeDemonstration.Options;
import fr.academie.teleservices.demonstration.PileDeDemonstration.SorteDeCas;
import fr.academie.teleservices.demonstration.donnees.CompteDeDemonstration;
import fr.academie.teleservices.essais.Chromium;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Requetes;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chaque profil d'académie derrière un vrai CAS Apereo : connexion, regroupement, déconnexion, et ce qui ferme les sessions. */
@EssaiLong("un vrai CAS démarré sous chaque profil ; ConnexionIT garde l'entrée, ValidationCasTest la "
        + "lecture de ses réponses")
@Tag("apereo")
class CasApereoIT {

    private static final String REFUS = "L’identifiant ou le mot de passe n’est pas reconnu.";
    private static final int DELAI = 15_000;

    @SuppressWarnings("NullAway.Init")
    private static PileDeDemonstration pile;

    @SuppressWarnings("NullAway.Init")
    private static Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private static Browser navigateur;

    @BeforeAll
    static void demarrer() {
        Optional<Path> chromium = Chromium.executable();
        assumeTrue(
                chromium.isPresent() || "true".equals(System.getenv("CI")),
                "Chromium manque : les parcours derrière le CAS Apereo ne sont pas faits.");
        pile = PileDeDemonstration.demarrer(Options.essai(Map.of(), SorteDeCas.APEREO));
        playwright = Chromium.conducteur();
        navigateur = Chromium.lancer(playwright, chromium.orElseThrow());
    }

    @AfterAll
    static void arreter() {
        if (playwright != null) {
            playwright.close();
        }
        if (pile != null) {
            pile.close();
        }
    }

    static Stream<String> academies() throws IOException {
        try (Stream<Path> fichiers = Files.list(Path.of("conf/academies"))) {
            return fichiers.map(f -> f.getFileName().toString().replace(".properties", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("academies")
    void leGuideSeDerouleJusquALaFin(String academie) throws IOException {
        String adresse =
                "bordeaux".equals(academie) ? pile.adresse() + "/teleservices" : pile.ajouterAcademie(academie);
        ComptesDEssai comptes = ComptesDEssai.copier(pile.base().source(), academie);
        try (BrowserContext autre = contexte();
                BrowserContext ici = contexte()) {
            Page fermee = autre.newPage();
            entrer(fermee, adresse, comptes.ferme(), ComptesDEssai.motDePasseFerme());

            Page page = ici.newPage();
            entrer(page, adresse, comptes.garde(), ComptesDEssai.motDePasseGarde());
            assertThat(page.locator("header").first()).containsText(nom(academie));
            regrouper(page, adresse, comptes.ferme());

            // La session du compte fermé est finie ; le CAS, qui le connaît encore, ne lui rend rien.
            fermee.navigate(adresse + "/accueil");
            assertThat(fermee.locator("h1")).containsText("fermé");

            page.locator("[data-ts-sortie] >> visible=true").first().click();
            page.waitForURL(adresse + "/deconnecte");
            page.navigate(adresse + "/accueil");
            connecter(page, comptes.ferme(), ComptesDEssai.motDePasseFerme());
            assertThat(page.locator("#refus")).containsText(REFUS);
        }
    }

    @Test
    void uneDeconnexionFaiteAilleursFermeLaSession() {
        String adresse = pile.adresse() + "/teleservices";
        ComptesDEssai comptes = ComptesDEssai.copier(pile.base().source(), "ailleurs");
        try (BrowserContext ici = contexte()) {
            Page page = ici.newPage();
            entrer(page, adresse, comptes.garde(), ComptesDEssai.motDePasseGarde());

            Page ailleurs = ici.newPage();
            ailleurs.navigate(pile.adresseDuCas() + "/logout");
            assertThat(ailleurs.locator("h1")).hasText("Vous êtes déconnecté");

            page.waitForCondition(
                    () -> {
                        page.navigate(adresse + "/accueil");
                        return page.url().startsWith(pile.adresseDuCas() + "/login");
                    },
                    new Page.WaitForConditionOptions().setTimeout(DELAI));
        }
    }

    /** Le CAS dit de lui-même quand le mot de passe a été donné, et {@code renew} le redemande vraiment. */
    @Test
    void uneSessionDuCasDAvantLeDernierMotDePasseLeRedemandeUneFois() {
        String adresse = pile.adresse() + "/teleservices";
        ComptesDEssai comptes = ComptesDEssai.copier(pile.base().source(), "preuve");
        String garde = comptes.garde();
        try (BrowserContext ici = contexte()) {
            Page page = ici.newPage();
            entrer(page, adresse, garde, ComptesDEssai.motDePasseGarde());
            redemanderDepuis(garde, "UTC_TIMESTAMP(3) - INTERVAL 1 HOUR");
            page.navigate(adresse + "/compte/enfants");
            page.waitForURL(adresse + "/compte/enfants");

            redemanderDepuis(garde, "UTC_TIMESTAMP(3)");
            page.navigate(adresse + "/compte/enfants");
            assertThat(page).hasURL(Pattern.compile(".*/login\\?service=.*&renew=true"));
            connecter(page, garde, ComptesDEssai.motDePasseGarde());
            page.waitForURL(adresse + "/compte/enfants");

            finirLesSessions(garde);
            page.navigate(adresse + "/accueil");
            page.waitForURL(adresse + "/accueil");
        }
    }

    private static void redemanderDepuis(String identifiant, String depuis) {
        finirLesSessions(identifiant);
        new Requetes(pile.base())
                .executer("REPLACE INTO preuve_redemandee (identifiant, profil, depuis) VALUES ('" + identifiant
                        + "', 'RESPONSABLE', " + depuis + ")");
    }

    private static void finirLesSessions(String identifiant) {
        new Requetes(pile.base())
                .executer("UPDATE session_ouverte SET finie_le = UTC_TIMESTAMP(3) WHERE identifiant = '" + identifiant
                        + "'");
    }

    @Test
    void leCasNOuvreNiAUnInconnuNiAUnProvisoireExpire() {
        try (BrowserContext ici = contexte()) {
            Page page = ici.newPage();
            page.navigate(pile.adresse() + "/teleservices/accueil");
            connecter(page, "cristelle.durand", "pas celui-là");
            assertThat(page.locator("#refus")).containsText(REFUS);
            connecter(page, "cristelle.durand4", CompteDeDemonstration.motDePasse("cristelle.durand4"));
            assertThat(page.locator("h1")).hasText("Mot de passe provisoire périmé");

            page.navigate(pile.adresseDuCas() + "/login?service=https://ailleurs.example/");
            assertThat(page.locator("h1")).hasText("Service non autorisé");
        }
    }

    /** Devinée du navigateur, changée d'un lien, rendue à l'application avec la personne ; et dans l'autre sens. */
    @Test
    void laPageDeConnexionParleLaLangueDeLaPersonne() {
        String adresse = pile.adresse() + "/teleservices";
        ComptesDEssai comptes = ComptesDEssai.copier(pile.base().source(), "langues");
        try (BrowserContext ici = contexte("uk-UA")) {
            Page page = ici.newPage();
            page.navigate(adresse + "/accueil");
            assertThat(page.locator("html")).hasAttribute("lang", "uk");
            assertThat(page.locator("label[for=username]")).hasText("ваш логін (votre identifiant)");
            choisir(page, "ar");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator(".nom span")).hasText("Académie de Bordeaux");
            assertThat(page).hasTitle(Pattern.compile("^تسجيل الدخول – Scolarité Services.*"));
            connecter(page, "personne.inconnue", "pas celui-là", "تأكيد (Valider)");
            assertThat(page.locator("#refus")).containsText("اسم المستخدم");
            assertThat(page).hasTitle(Pattern.compile("^خطأ.*"));
            connecter(page, comptes.garde(), ComptesDEssai.motDePasseGarde(), "تأكيد (Valider)");
            page.waitForURL(adresse + "/accueil");
            assertThat(page.locator("html")).hasAttribute("lang", "ar");
        }
        try (BrowserContext ici = contexte("fr-FR")) {
            Page page = ici.newPage();
            page.navigate(adresse + "/liens-utiles");
            ici.addCookies(List.of(new Cookie("teleservices-langue", "fr-FACILE").setUrl(adresse + "/accueil")));
            page.navigate(adresse + "/accueil");
            assertThat(page.locator(".langues a[aria-current=true]")).hasText("Français facile");
            assertThat(page.locator("main")).containsText("Ici, vous trouvez les services en ligne");
            page.navigate(pile.adresseDuCas() + "/login?locale=de");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
        }
    }

    private static void choisir(Page page, String langue) {
        page.locator(".langues summary").click();
        page.locator(".langues a[hreflang=" + langue + "]").click();
    }

    @Test
    void lesEssaisManquesTropRapprochesSontFreines() {
        try (BrowserContext ici = contexte()) {
            Page page = ici.newPage();
            page.navigate(pile.adresse() + "/teleservices/accueil");
            String connexion = page.url();
            connecter(page, "cristelle.durand", "pas celui-là");
            assertThat(page.locator("#refus")).containsText(REFUS);
            page.navigate(connexion);
            connecter(page, "cristelle.durand", "ni celui-là");
            assertThat(page.locator("h1")).hasText("Connexion à reprendre dans un instant");
            assertThat(page.locator("main")).containsText("Votre compte n’est pas bloqué.");
        }
    }

    /** Par la page de connexion directe, telle que le guide l'imprime, jusqu'à ACCUEIL. */
    private static void entrer(Page page, String adresse, String identifiant, String motDePasse) {
        page.navigate(adresse + "/accueil");
        assertThat(page.locator("main"))
                .containsText("Bienvenu(e) sur Scolarité Services qui vous propose différents services en ligne"
                        + " concernant la scolarité de vos enfants.");
        assertThat(page.getByText(Pattern.compile("^identifiant oublié\\s\\?$")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("^mot de passe oublié\\s\\?$")))
                .isVisible();
        connecter(page, identifiant, motDePasse);
        page.waitForURL(adresse + "/accueil");
    }

    private static void connecter(Page page, String identifiant, String motDePasse) {
        connecter(page, identifiant, motDePasse, "VALIDER");
    }

    private static void connecter(Page page, String identifiant, String motDePasse, String bouton) {
        page.getByLabel("votre identifiant").fill(identifiant);
        page.getByLabel("votre mot de passe").fill(motDePasse);
        Locator valider = page.locator("main button[type=submit]");
        assertThat(valider).hasText(bouton, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        valider.click();
    }

    private static void regrouper(Page page, String adresse, String ferme) {
        page.navigate(adresse + "/compte/regrouper");
        page.locator("#autreIdentifiant-saisie").fill(ferme);
        page.locator("#autreMotDePasse-saisie").fill(ComptesDEssai.motDePasseFerme());
        page.locator("#suivant").click();
        page.locator("#valider").click();
        page.waitForURL(Pattern.compile(".*/compte/regroupement\\?demande=.*"));
        page.navigate(adresse + "/compte/enfants");
        assertThat(page.locator("main")).containsText("Dylan");
        assertThat(page.locator("main")).containsText("Inès");
    }

    private static BrowserContext contexte() {
        return contexte("fr-FR");
    }

    private static BrowserContext contexte(String langue) {
        BrowserContext contexte = navigateur.newContext(new Browser.NewContextOptions().setLocale(langue));
        contexte.setDefaultTimeout(DELAI);
        return contexte;
    }

    private static String nom(String academie) throws IOException {
        Properties profil = new Properties();
        try (Reader lecteur =
                Files.newBufferedReader(Path.of("conf/academies", academie + ".properties"), StandardCharsets.UTF_8)) {
            profil.load(lecteur);
        }
        return requireNonNullElse(profil.getProperty("academie.nom"), academie);
    }
}
