package fr.academie.teleservices.navigateur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium, ouvert une fois ; chaque {@link Visiteur} y a ses cookies et son écran. */
final class Navigateur implements AutoCloseable {

    static final int TELEPHONE = 390;
    static final int ORDINATEUR = 1280;
    private static final int HAUTEUR = 900;

    private final Playwright playwright;
    private final Browser chromium;
    private final String adresse;
    private final List<Visiteur> visiteurs = new ArrayList<>();

    Navigateur(Path executable, String adresse) {
        this.adresse = adresse;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // Rien ne sort de cette machine, même d'une page d'essai.
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
    }

    /** Le chromium de cette machine ; vide s'il n'y en a pas. */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Une personne sur téléphone. */
    Visiteur visiteur() {
        return visiteur(TELEPHONE);
    }

    Visiteur visiteur(int largeur) {
        return visiteur(ecran(largeur));
    }

    Visiteur sansScript(int largeur) {
        return visiteur(ecran(largeur).setJavaScriptEnabled(false));
    }

    /** Les visiteurs de l'essai en cours. */
    List<Visiteur> visiteurs() {
        return List.copyOf(visiteurs);
    }

    /** Ferme leurs écrans. */
    void congedier() {
        visiteurs.forEach(Visiteur::close);
        visiteurs.clear();
    }

    private static Browser.NewContextOptions ecran(int largeur) {
        return new Browser.NewContextOptions().setViewportSize(largeur, HAUTEUR).setLocale("fr-FR");
    }

    private Visiteur visiteur(Browser.NewContextOptions options) {
        Visiteur visiteur = new Visiteur(chromium.newContext(options), adresse);
        visiteurs.add(visiteur);
        return visiteur;
    }

    @Override
    public void close() {
        congedier();
        chromium.close();
        playwright.close();
    }
}
