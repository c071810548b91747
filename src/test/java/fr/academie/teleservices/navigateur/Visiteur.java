package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Une personne devant son écran : ce qu'elle lit, tape et presse. Les libellés sont ceux qu'elle voit, majuscules comprises. */
final class Visiteur implements AutoCloseable {

    private static final double ATTENTE = 15_000;
    private static final String ACTIONS = "a, button, input[type=submit]";

    /** Le texte tel qu'affiché, espaces insécables rendues ordinaires. */
    private static final String AFFICHE = "e => {"
            + " const saisie = e instanceof HTMLInputElement;"
            + " const brut = saisie ? e.value : e.innerText;"
            + " const majuscules = saisie && getComputedStyle(e).textTransform === 'uppercase';"
            + " return (majuscules ? brut.toUpperCase() : brut).replace(/\\s+/g, ' ').trim(); }";

    private final BrowserContext contexte;
    private final String adresse;
    private final Consumer<BrowserContext> rendre;
    private final List<String> erreurs = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private Page page;
    private String application = Pile.APPLICATION;
    private int chargements;
    private boolean parti;

    /**
     * Un visiteur neuf.
     *
     * @param contexte son écran et ses cookies ; vides
     * @param rendre reprend cet écran, s'il peut resservir
     */
    Visiteur(BrowserContext contexte, String adresse, Consumer<BrowserContext> rendre) {
        this.contexte = contexte;
        this.adresse = adresse;
        this.rendre = rendre;
        contexte.setDefaultTimeout(ATTENTE);
        page = ecouter(contexte.newPage());
    }

    Page page() {
        return page;
    }

    BrowserContext contexte() {
        return contexte;
    }

    /** Ouvre un autre onglet, qui devient celui où l'on agit ; rend le précédent. */
    Page autreOnglet() {
        Page precedente = page;
        page = ecouter(contexte.newPage());
        return precedente;
    }

    /** Revient à cet onglet. */
    void revenirA(Page onglet) {
        page = onglet;
        onglet.bringToFront();
    }

    /** Suit un lien du portail, un signet ou une adresse tapée. */
    void ouvrir(String chemin) {
        page.navigate(adresse + chemin);
    }

    /** Va désormais à cette application ({@code /teleservices-rattachement}) plutôt qu'à {@link Pile#APPLICATION}. */
    Visiteur choisir(String chemin) {
        application = chemin;
        return this;
    }

    /** Ouvre une page de l'application. */
    void ouvrirPage(String chemin) {
        ouvrir(application + chemin);
    }

    /** Entre : s'identifie au CAS sans en afficher la page, puis ouvre l'accueil. Qui essaie cette page passe par {@link #sIdentifier}. */
    void seConnecter(Pile.Compte compte) {
        APIResponse page = contexte.request().get(adresse + application + "/accueil");
        Map<String, String> champs = ClientHttp.champs(page.text());
        champs.put("username", compte.identifiant());
        champs.put("password", compte.motDePasse());
        FormData formulaire = FormData.create();
        champs.forEach(formulaire::set);
        String connexion = page.url();
        assertThat(connexion).as("page de connexion").contains("/cas/login?");
        String retour = contexte.request()
                .post(
                        connexion.substring(0, connexion.indexOf('?')),
                        RequestOptions.create().setForm(formulaire).setMaxRedirects(0))
                .headers()
                .get("location");
        assertThat(retour).as("retour du CAS").startsWith(adresse + application).contains("ticket=");
        contexte.request().get(retour, RequestOptions.create().setMaxRedirects(0));
        ouvrirPage("/accueil");
    }

    /** Remplit la page de connexion du CAS, déjà affichée. */
    void sIdentifier(String identifiant, String motDePasse) {
        saisir("votre identifiant", identifiant);
        saisir("votre mot de passe", motDePasse);
        puisAttendre(() -> page.locator("main button[type=submit]").click());
    }

    void saisir(String etiquette, String valeur) {
        champ(etiquette).fill(valeur);
    }

    /** Le champ dont l'étiquette commence ainsi. */
    Locator champ(String etiquette) {
        return page.locator("input:not([type=checkbox]):visible")
                .and(page.getByLabel(etiquette))
                .first();
    }

    /** Vrai si ce champ est à l'écran. */
    boolean affiche(String etiquette) {
        return champ(etiquette).count() > 0;
    }

    /** Presse le premier lien ou bouton visible qui porte exactement ce libellé, et attend la page suivante. */
    void presser(String libelle) {
        presserDans("body", libelle);
    }

    void presserDans(String zone, String libelle) {
        puisAttendre(() -> action(zone, libelle).click());
    }

    /** Fait quelque chose qui mène à une autre page, et l'attend. */
    void puisAttendre(Runnable action) {
        int avant = chargements;
        action.run();
        page.waitForCondition(() -> chargements > avant, new Page.WaitForConditionOptions().setTimeout(ATTENTE));
    }

    Locator action(String zone, String libelle) {
        Locator actions = page.locator(zone).locator(ACTIONS).filter(new Locator.FilterOptions().setVisible(true));
        List<String> libelles = textes(actions);
        int rang = libelles.indexOf(libelle);
        if (rang < 0) {
            throw new AssertionError("« " + libelle + " » n'est pas affiché ; on peut presser : " + libelles);
        }
        return actions.nth(rang);
    }

    /** Les libellés des liens et boutons visibles d'une zone. */
    List<String> actions(String zone) {
        return textes(page.locator(zone).locator(ACTIONS).filter(new Locator.FilterOptions().setVisible(true)));
    }

    /** Ouvre le menu du téléphone, s'il est replié. */
    void deplierLeMenu() {
        Locator bouton = page.locator("#bouton-menu");
        if (bouton.isVisible()) {
            bouton.click();
            page.locator("#navigation").waitFor();
        }
    }

    /** Change la largeur de l'écran. */
    void elargir(int largeur) {
        page.setViewportSize(largeur, page.viewportSize().height);
    }

    /** Le texte affiché de cet élément. */
    String texte(String selecteur) {
        return (String) page.locator(selecteur).first().evaluate(AFFICHE);
    }

    /** Le texte affiché du contenu de la page. */
    String contenu() {
        return texte("main");
    }

    /** Le titre affiché en tête du contenu. */
    String titre() {
        return texte("h1");
    }

    /** Le titre de l'onglet. */
    String onglet() {
        return page.title().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** Le chemin affiché dans l'application, question comprise. */
    String chemin() {
        String prefixe = adresse + application;
        return page.url().startsWith(prefixe) ? page.url().substring(prefixe.length()) : page.url();
    }

    /** Vrai si le clavier est sur cet élément. */
    boolean clavierSur(String selecteur) {
        return (Boolean) page.locator(selecteur).first().evaluate("e => document.activeElement === e");
    }

    /** Où est le clavier : le libellé affiché, ou l'identifiant d'un champ et de ce qui n'a pas de texte. */
    String clavier() {
        return (String) page.locator(":focus")
                .first()
                .evaluate("e => e.matches('input:not([type=submit]), #bouton-menu') ? e.id : (" + AFFICHE + ")(e)");
    }

    /** Vrai si l'élément qui a le clavier se distingue par un contour. */
    boolean clavierVisible() {
        return (Boolean) page.locator(":focus")
                .first()
                .evaluate(
                        "e => [e, ...(e.labels || [])].some(x => [getComputedStyle(x), getComputedStyle(x, '::before'),"
                                + " getComputedStyle(x, '::after')].some(s => s.outlineStyle !== 'none'"
                                + " && parseFloat(s.outlineWidth) > 0))");
    }

    /** Ce que la console du navigateur a refusé : scripts en panne, règles de sécurité enfreintes. */
    List<String> erreursDeConsole() {
        return List.copyOf(erreurs);
    }

    /** Les mêmes, pour l'essai qui les attend ; ne seront plus tenues pour un défaut. */
    List<String> prendreLesErreurs() {
        List<String> prises = List.copyOf(erreurs);
        erreurs.clear();
        return prises;
    }

    void photographier(Path image) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(image).setFullPage(true));
        } catch (PlaywrightException e) {
            erreurs.add("Pas d'image : " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (parti) {
            return;
        }
        parti = true;
        boolean vide = pages.stream().allMatch(Visiteur::rienDeGarde);
        pages.forEach(Page::close);
        contexte.clearCookies();
        if (vide) {
            rendre.accept(contexte);
        } else {
            contexte.close();
        }
    }

    /** Vrai si cette page n'a rien laissé dans le navigateur que ses cookies et les fichiers qu'il peut garder. */
    private static boolean rienDeGarde(Page page) {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => localStorage.length === 0"));
        } catch (PlaywrightException nonLisible) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> textes(Locator elements) {
        return (List<String>) elements.evaluateAll("liste => liste.map(" + AFFICHE + ")");
    }

    private Page ecouter(Page nouvelle) {
        pages.add(nouvelle);
        nouvelle.onLoad(chargee -> chargements++);
        nouvelle.onPageError(erreur -> erreurs.add("Script : " + erreur));
        nouvelle.onConsoleMessage(message -> {
            // Le statut d'une page d'erreur est dit par le navigateur ; c'est elle qu'on vérifie, pas lui.
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                erreurs.add(message.text());
            }
        });
        return nouvelle;
    }
}
