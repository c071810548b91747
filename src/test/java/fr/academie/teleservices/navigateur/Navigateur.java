package fr.academie.teleservices.navigateur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import fr.academie.teleservices.essais.Chromium;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Chromium, ouvert une fois ; chaque {@link Visiteur} y a ses cookies et son écran.
 *
 * <p>Un écran rendu ressert, vidé, au visiteur suivant : il y retrouve les styles et les scripts que tout navigateur garde, et rien
 * d'autre. Ouvrir un écran neuf et les relire coûterait autant que deux pages.
 */
final class Navigateur implements AutoCloseable {

    static final int TELEPHONE = 390;
    static final int ORDINATEUR = 1280;
    private static final int HAUTEUR = 900;

    private final Playwright playwright;
    private final Browser chromium;
    private final String adresse;
    private final List<Visiteur> visiteurs = new ArrayList<>();
    private final Map<Ecran, Deque<BrowserContext>> rendus = new HashMap<>();

    private record Ecran(int largeur, boolean script) {}

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
        return visiteur(new Ecran(largeur, true));
    }

    Visiteur sansScript(int largeur) {
        return visiteur(new Ecran(largeur, false));
    }

    /** Une personne dont le navigateur n'a jamais rien gardé, et ne servira qu'à elle. */
    Visiteur premiereVisite(int largeur) {
        return accueillir(ouvrir(new Ecran(largeur, true)), BrowserContext::close);
    }

    /** Les visiteurs de l'essai en cours. */
    List<Visiteur> visiteurs() {
        return List.copyOf(visiteurs);
    }

    /** Reprend leurs écrans. */
    void congedier() {
        visiteurs.forEach(Visiteur::close);
        visiteurs.clear();
    }

    private Visiteur visiteur(Ecran ecran) {
        Deque<BrowserContext> libres = rendus.computeIfAbsent(ecran, neuf -> new ArrayDeque<>());
        return accueillir(libres.isEmpty() ? ouvrir(ecran) : libres.pop(), libres::push);
    }

    private Visiteur accueillir(BrowserContext contexte, Consumer<BrowserContext> rendre) {
        Visiteur visiteur = new Visiteur(contexte, adresse, rendre);
        visiteurs.add(visiteur);
        return visiteur;
    }

    private BrowserContext ouvrir(Ecran ecran) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(ecran.largeur(), HAUTEUR)
                .setLocale("fr-FR")
                .setJavaScriptEnabled(ecran.script()));
    }

    @Override
    public void close() {
        congedier();
        chromium.close();
        playwright.close();
    }
}
