package fr.academie.teleservices.navigateur;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contrôle un écran : axe sans exception, un seul titre, rien qui dépasse en largeur, des cibles assez grandes. */
final class Controle {

    /** Les boutons, les champs et les entrées de menu font au moins 44 points de haut. */
    private static final String CIBLES = "() => [...document.querySelectorAll("
            + "'.fr-btn, .fr-input, .fr-nav__link, .fr-sidemenu__link, .ts-actions > *')]"
            + ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0)"
            + ".filter(e => e.getBoundingClientRect().height < 43.5)"
            + ".map(e => (e.innerText || e.id || e.className).trim() + ' : '"
            + " + Math.round(e.getBoundingClientRect().height) + ' points')";

    private static final String DEPASSEMENT =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final int[] largeurs;
    private final List<String> defauts = new ArrayList<>();
    private int ecrans;

    /** Un contrôle de chaque écran à chacune de ces largeurs. */
    Controle(int... largeurs) {
        this.largeurs = largeurs;
    }

    /** Contrôle la page affichée, désignée par ce nom dans les défauts. */
    void controler(Visiteur visiteur, String nom) {
        for (int largeur : largeurs) {
            visiteur.elargir(largeur);
            controlerUnEcran(visiteur, nom + " à " + largeur);
        }
        visiteur.elargir(largeurs[0]);
    }

    private void controlerUnEcran(Visiteur visiteur, String ecran) {
        ecrans++;
        for (Rule regle : new AxeBuilder(visiteur.page())
                .setLegacyMode(true)
                .options(toutesLesRegles())
                .analyze()
                .getViolations()) {
            regle.getNodes()
                    .forEach(noeud -> defauts.add(ecran + " : axe " + regle.getId() + " " + noeud.getTarget() + " "
                            + noeud.getFailureSummary()));
        }
        int titres = visiteur.page().locator("h1").count();
        if (titres != 1) {
            defauts.add(ecran + " : " + titres + " titres de premier niveau");
        }
        if (!visiteur.onglet().contains(" – ")) {
            defauts.add(ecran + " : titre d'onglet « " + visiteur.onglet() + " »");
        }
        int depassement = ((Number) visiteur.page().evaluate(DEPASSEMENT)).intValue();
        if (depassement > 0) {
            defauts.add(ecran + " : dépasse de " + depassement + " points en largeur");
        }
        ((List<?>) visiteur.page().evaluate(CIBLES)).forEach(cible -> defauts.add(ecran + " : cible basse, " + cible));
    }

    /** Les règles d'axe, et celle de la taille des cibles (WCAG 2.2) qu'il n'active pas de lui-même. */
    private static AxeRunOptions toutesLesRegles() {
        AxeRuleOptions active = new AxeRuleOptions();
        active.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of("target-size", active));
        return options;
    }

    List<String> defauts() {
        return List.copyOf(defauts);
    }

    int ecrans() {
        return ecrans;
    }
}
