package fr.academie.teleservices.navigateur;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.academie.teleservices.essais.Habillage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Contrôle un écran : axe sans exception, un seul titre, rien qui dépasse en largeur, des cibles assez grandes,
 * aucune classe du DSFR sans ses règles ; et ses contrastes en thème
 * sombre.
 *
 * <p>Toutes les règles d'axe passent à la première et à la dernière largeur, qui montrent les deux dispositions ; aux autres largeurs,
 * celles qui dépendent de la place ; de nuit, celles qui dépendent des couleurs.
 */
final class Controle {

    /**
     * Le bord d'un champ, le fond ou le bord d'un bouton, une barre de graphique : trois fois au moins le contraste de ce qui est derrière. Un
     * bouton tertiaire se reconnaît à son texte, qu'axe mesure ; son filet est un décor.
     */
    private static final String CONTRASTES = "() => { const lu = c => c.match(/[\\d.]+/g).map(Number);"
            + " const nu = c => lu(c)[3] === 0;"
            + " const clarte = c => lu(c).slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92"
            + " : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);"
            + " const contraste = (a, b) => { const [x, y] = [clarte(a), clarte(b)].sort((u, v) => v - u);"
            + " return (x + 0.05) / (y + 0.05); };"
            + " const fond = e => { for (let n = e; n; n = n.parentElement) { const f = getComputedStyle(n).backgroundColor;"
            + " if (!nu(f)) return f; } return 'rgb(255, 255, 255)'; };"
            + " const bord = e => (getComputedStyle(e).boxShadow.match(/rgba?\\([^)]*\\)/) || ['rgba(0, 0, 0, 0)'])[0];"
            + " const defauts = [];"
            + " const juger = (e, couleur, derriere) => { if (e.checkVisibility() && contraste(couleur, derriere) < 3)"
            + " defauts.push((e.id || e.className) + ' : ' + contraste(couleur, derriere).toFixed(1)); };"
            + " document.querySelectorAll('main .fr-input, main .fr-select').forEach(e => juger(e, bord(e), fond(e.parentElement)));"
            + " document.querySelectorAll('main .fr-btn:not(:disabled, .fr-btn--tertiary)').forEach(e => { const f = getComputedStyle(e).backgroundColor;"
            + " if (!nu(f) || !nu(bord(e))) juger(e, nu(f) ? bord(e) : f, fond(e.parentElement)); });"
            + " document.querySelectorAll('main svg rect').forEach(e => juger(e, getComputedStyle(e).fill, fond(e.closest('svg'))));"
            + " return defauts; }";

    static final String DEPASSEMENT =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /**
     * Ce qui se lit d'un écran d'un seul coup (titres de premier niveau, onglet, dépassement, classes, cibles trop basses) : chaque question posée au navigateur lui coûte autant que sa réponse. Les boutons, les champs et
     * les entrées de menu font au moins 44 points de haut.
     */
    private static final String MISE_EN_PAGE = "() => [document.querySelectorAll('h1').length,"
            + " document.title.replace(/[\u00a0\u202f]/g, ' '), (" + DEPASSEMENT + ")(),"
            + " [...new Set([...document.querySelectorAll('[class*=fr-]')].flatMap(e => [...e.classList]))],"
            + " [...document.querySelectorAll('.fr-btn, .fr-input, .fr-nav__link, .fr-sidemenu__link, .ts-actions > *')]"
            + ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0)"
            + ".filter(e => e.getBoundingClientRect().height < 43.5)"
            + ".map(e => (e.innerText || e.id || e.className).trim() + ' : '"
            + " + Math.round(e.getBoundingClientRect().height) + ' points')]";

    /** Les classes du DSFR dont la construction a écarté les règles. */
    private static final Set<String> ECARTEES = Set.copyOf(Habillage.classesEcartees());

    private static final String AXE = lire(Path.of("src/main/dsfr/node_modules/axe-core/axe.min.js"));

    /** La taille des cibles (WCAG 2.2) n'est pas active d'elle-même. */
    private static final String ANALYSE =
            "async regles => { if (typeof axe === 'undefined') return null; const options = {resultTypes: ['violations'], rules:"
                    + " {'target-size': {enabled: true}}}; if (regles.length && regles[0].startsWith('-')) { regles.forEach(r => {"
                    + " options.rules[r.substring(1)] = {enabled: false}; }); } else if (regles.length) { options.runOnly = {type:"
                    + " 'rule', values: regles}; delete options.rules; } const lu = await axe.run(document, options); return"
                    + " lu.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target + ' ' + n.failureSummary)); }";

    private static final List<String> DES_COULEURS = List.of("color-contrast", "link-in-text-block");
    private static final String A_DES_SCRIPTS = "() => document.documentElement.classList.contains('ts-script')";
    private static final List<String> HORS_COULEURS = List.of("-color-contrast", "-link-in-text-block");
    private static final List<String> DE_LA_PLACE = List.of("target-size", "scrollable-region-focusable");

    private final int[] largeurs;
    private final List<String> defauts = new ArrayList<>();
    private int ecrans;

    /** Un contrôle de chaque écran à chacune de ces largeurs. */
    Controle(int... largeurs) {
        this.largeurs = largeurs;
    }

    /** Contrôle la page affichée, désignée par ce nom dans les défauts. */
    void controler(Visiteur visiteur, String nom) {
        for (int i = 0; i < largeurs.length; i++) {
            visiteur.elargir(largeurs[i]);
            boolean extreme = i == 0 || i == largeurs.length - 1;
            String ecran = nom + " à " + largeurs[i];
            regles(visiteur, ecran, extreme ? List.of() : DE_LA_PLACE);
            miseEnPage(visiteur, ecran);
        }
        visiteur.elargir(largeurs[0]);
        contrastes(visiteur, nom);
        deNuit(visiteur, nom + " de nuit");
    }

    private void contrastes(Visiteur visiteur, String ecran) {
        ((List<?>) visiteur.page().evaluate(CONTRASTES))
                .forEach(trop -> defauts.add(ecran + " : peu contrasté, " + trop));
    }

    /**
     * Contrôle la page affichée dans une autre langue, à la première largeur : la place, les noms, les liens entre eux. Ses couleurs sont celles
     * de la même page en français, et les mesurer est le plus long.
     */
    void controlerLaLangue(Visiteur visiteur, String nom) {
        visiteur.elargir(largeurs[0]);
        // axe attend des minuteries, qui ne sonnent pas dans un navigateur sans script : la page y a les mêmes éléments
        // qu'avec.
        if (Boolean.TRUE.equals(visiteur.page().evaluate(A_DES_SCRIPTS))) {
            regles(visiteur, nom, HORS_COULEURS);
        }
        miseEnPage(visiteur, nom);
    }

    private void deNuit(Visiteur visiteur, String ecran) {
        theme(visiteur.page(), ColorScheme.DARK, "dark");
        regles(visiteur, ecran, DES_COULEURS);
        contrastes(visiteur, ecran);
        theme(visiteur.page(), ColorScheme.LIGHT, "light");
    }

    /** Le thème que l'appareil annonce, posé comme la page le poserait en arrivant, fondus achevés. */
    private static void theme(Page page, ColorScheme annonce, String theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(annonce));
        page.evaluate(
                "theme => { document.documentElement.setAttribute('data-fr-theme', theme);"
                        + " document.getAnimations().forEach(a => a.finish()); }",
                theme);
    }

    /** Vérifie ces règles d'axe ; toutes si la liste est vide ; toutes sauf elles si un tiret les précède. */
    private void regles(Visiteur visiteur, String ecran, List<String> regles) {
        ecrans++;
        Page page = visiteur.page();
        Object lus = page.frames().size() > 1 ? null : page.evaluate(ANALYSE, regles);
        if (lus == null) {
            charger(page);
            lus = page.evaluate(ANALYSE, regles);
        }
        ((List<?>) lus).forEach(defaut -> defauts.add(ecran + " : axe " + defaut));
    }

    /** Donne axe à la page et à ses cadres ; qui l'a reçu à une autre largeur l'a encore. */
    private static void charger(Page page) {
        for (Frame cadre : page.frames()) {
            if (Boolean.TRUE.equals(cadre.evaluate("() => typeof axe === 'undefined'"))) {
                cadre.evaluate(AXE);
            }
        }
    }

    private void miseEnPage(Visiteur visiteur, String ecran) {
        List<?> lu = (List<?>) visiteur.page().evaluate(MISE_EN_PAGE);
        int titres = ((Number) lu.get(0)).intValue();
        if (titres != 1) {
            defauts.add(ecran + " : " + titres + " titres de premier niveau");
        }
        String onglet = String.valueOf(lu.get(1));
        if (!onglet.contains(" – ")) {
            defauts.add(ecran + " : titre d'onglet « " + onglet + " »");
        }
        int depassement = ((Number) lu.get(2)).intValue();
        if (depassement > 0) {
            defauts.add(ecran + " : dépasse de " + depassement + " points en largeur");
        }
        ((List<?>) lu.get(3))
                .stream()
                        .map(String::valueOf)
                        .filter(ECARTEES::contains)
                        .forEach(classe -> defauts.add(ecran + " : classe sans style, " + classe));
        ((List<?>) lu.get(4)).forEach(cible -> defauts.add(ecran + " : cible basse, " + cible));
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> defauts() {
        return List.copyOf(defauts);
    }

    int ecrans() {
        return ecrans;
    }
}
