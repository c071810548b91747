package fr.academie.teleservices.navigateur;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Revoit en arabe, sur le plus étroit des téléphones, la page qu'un visiteur a devant lui, puis rend le navigateur à sa langue. */
final class DeDroiteAGauche {

    static final String LANGUE = "ar";
    static final int ETROIT = 320;

    private final Controle controle = new Controle(ETROIT);
    private final String application;
    private final List<String> defauts = new ArrayList<>();

    DeDroiteAGauche(String application) {
        this.application = application;
    }

    void controler(Visiteur visiteur, String nom) {
        BrowserContext contexte = visiteur.contexte();
        String cookie = application.substring(1) + "-langue";
        contexte.addCookies(
                List.of(new Cookie(cookie, LANGUE).setDomain("localhost").setPath(application)));
        visiteur.page().navigate(visiteur.page().url());
        Object langue =
                visiteur.page().evaluate("() => document.documentElement.lang + ' ' + document.documentElement.dir");
        if (!(LANGUE + " rtl").equals(langue)) {
            defauts.add(nom + " se dit en « " + langue + " »");
        }
        controle.controlerLaLangue(visiteur, nom + " en arabe");
        contexte.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
    }

    List<String> defauts() {
        return Stream.concat(defauts.stream(), controle.defauts().stream()).toList();
    }
}
