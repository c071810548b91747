package fr.academie.teleservices.essais;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Le Chromium de cette machine, conduit par Playwright qui n'en télécharge pas d'autre. */
public final class Chromium {

    private Chromium() {}

    /** Son programme, sans fenêtre de préférence : le même moteur, pour moitié moins de calcul ; vide s'il n'y en a pas. */
    public static Optional<Path> executable() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .map(Path.of("/usr/bin")::resolve)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ce qui conduit le navigateur ; à fermer. */
    public static Playwright conducteur() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Un navigateur d'où rien ne sort de cette machine, même d'une page d'essai. */
    public static Browser lancer(Playwright conducteur, Path executable) {
        return conducteur
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
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
    }
}
