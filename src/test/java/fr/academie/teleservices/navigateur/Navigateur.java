package fr.academie.teleservices.navigateur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import fr.academie.teleservices.essais.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        playwright = Chromium.conducteur();
        chromium = Chromium.lancer(playwright, executable);
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
