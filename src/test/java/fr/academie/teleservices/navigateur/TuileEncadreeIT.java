package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** La tuile dans le cadre d'un portail d'une autre origine, telle que le navigateur la montre ou la refuse. */
@EssaiDeNavigateur
class TuileEncadreeIT {

    private final Pile pile;
    private final Navigateur navigateur;

    TuileEncadreeIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @Test
    void unPortailDuMemeSiteMontreLeNombreDEnfants() throws IOException {
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(pile.actif("Dylan", "Florian"));
        HttpServer portail = portail(pile.portail());
        try {
            Frame tuile = tuile(parent, "http://localhost:" + pile.portail());
            assertThat(tuile.locator("main").innerText().replace('\u00a0', ' ')).contains("2 enfants");
            // Le lien sort du cadre : c'est la fenêtre entière qui arrive sur ACCUEIL.
            parent.puisAttendre(() -> tuile.locator("a.fr-btn").click());
            assertThat(parent.chemin()).isEqualTo("/accueil");
            assertThat(parent.contenu()).contains("DYLAN DURAND");
        } finally {
            portail.stop(0);
        }
    }

    @Test
    void unPortailDUnAutreSiteMontreLaTuileSansRienDePersonnel() throws IOException {
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(pile.actif("Dylan"));
        HttpServer portail = portail(pile.portail());
        try {
            // Le cookie de session (SameSite=Lax) n'y va pas : le lien, lui, ouvre la session sans second mot de passe.
            Frame tuile = tuile(parent, "http://127.0.0.1:" + pile.portail());
            assertThat(tuile.locator("main").innerText())
                    .contains("Téléservices")
                    .doesNotContain("enfant rattaché");
            parent.puisAttendre(() -> tuile.locator("a.fr-btn").click());
            assertThat(parent.contenu()).contains("DYLAN DURAND");
        } finally {
            portail.stop(0);
        }
    }

    @Test
    void unPortailQueLeProfilNeNommePasNeMontreRien() throws IOException {
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(pile.actif("Dylan"));
        HttpServer intrus = portail(0);
        try {
            Frame cadre =
                    tuile(parent, "http://localhost:" + intrus.getAddress().getPort());
            assertThat(cadre.content()).doesNotContain("Dylan").doesNotContain("ts-tuile");
            assertThat(parent.prendreLesErreurs()).singleElement().asString().contains("frame-ancestors");
        } finally {
            intrus.stop(0);
        }
    }

    /** Le cadre, une fois la page du portail chargée. */
    private static Frame tuile(Visiteur parent, String portail) {
        Page page = parent.page();
        page.navigate(portail + "/");
        return page.frames().stream()
                .filter(cadre -> cadre != page.mainFrame())
                .findFirst()
                .orElseThrow();
    }

    /** Une page de portail d'une ligne, avec le cadre que l'extrait HTML propose. */
    private HttpServer portail(int port) throws IOException {
        byte[] page = ("<!DOCTYPE html><html lang=\"fr\"><title>Portail</title><h1>Portail</h1><iframe src=\""
                        + pile.adresse() + Pile.APPLICATION
                        + "/tuile\" title=\"Téléservices\" width=\"320\" height=\"320\"></iframe></html>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        serveur.createContext("/", echange -> {
            boolean accueil = "/".equals(echange.getRequestURI().getPath());
            echange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            echange.sendResponseHeaders(accueil ? 200 : 404, accueil ? page.length : -1);
            if (accueil) {
                echange.getResponseBody().write(page);
            }
            echange.close();
        });
        serveur.start();
        return serveur;
    }
}
