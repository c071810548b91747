package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Habillage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Toutes les pages et tous leurs états sous le contrôle d'axe, sur chaque écran ; et le regroupement au clavier seul. */
@EssaiDeNavigateur
@Timeout(900)
class AccessibiliteIT {

    private static final int PAGES_AU_MOINS = 45;
    private static final int TABULATIONS_AU_PLUS = 40;

    private final Pile pile;
    private final Navigateur navigateur;

    AccessibiliteIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
    }

    @EssaiLong(
            "chaque page et chaque état à quatre largeurs ; MonCompteIT garde le chemin du guide, RgaaTest chaque page")
    @Test
    void aucunDefautDuPlusPetitTelephoneALOrdinateurDeJourNiDeNuit() {
        // 640 points sont ce qu'un écran de 1280 montre avec un zoom de 200 %.
        Controle controle = new Controle(Navigateur.TELEPHONE, 320, 640, Navigateur.ORDINATEUR);
        EcranEntier ecrans = new EcranEntier(pile);
        new Tournee(pile, navigateur::visiteur, (visiteur, nom) -> {
                    controle.controler(visiteur, nom);
                    ecrans.controler(visiteur, nom);
                })
                .faire();
        assertThat(controle.defauts()).isEmpty();
        assertThat(ecrans.defauts()).isEmpty();
        assertThat(controle.ecrans()).isGreaterThanOrEqualTo(5 * PAGES_AU_MOINS);
    }

    /** Celle que le thème livré donne au CAS : la première page que lit un parent. */
    @Test
    void laPageDeConnexionEtSonMenuDeLangues() {
        Controle controle = new Controle(Navigateur.TELEPHONE, 320, 640, Navigateur.ORDINATEUR);
        Visiteur passant = navigateur.visiteur();
        passant.ouvrirPage("/accueil");
        controle.controler(passant, "connexion");
        passant.page().locator("#username").fill("personne.inconnue");
        passant.page().locator("#password").fill("pas celui-là");
        passant.puisAttendre(() -> passant.page().locator("main button").click());
        controle.controler(passant, "connexion refusée");
        passant.page().locator(".langues summary").press("Enter");
        controle.controler(passant, "langues de la connexion");
        for (String langue : List.of("ar", "tr", "uk")) {
            passant.page().locator(".langues:not([open]) summary").all().forEach(ferme -> ferme.press("Enter"));
            passant.puisAttendre(() -> passant.page()
                    .locator(".langues a[hreflang=" + langue + "]")
                    .press("Enter"));
            controle.controler(passant, "connexion en " + langue);
        }
        passant.page().navigate(pile.adresse() + "/cas/logout");
        controle.controler(passant, "au revoir du CAS en uk");
        assertThat(controle.defauts()).isEmpty();
    }

    @Test
    void leThemeSuitLAppareilDesLArrivee() {
        Visiteur passant = navigateur.visiteur();
        passant.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        passant.ouvrirPage("/contact");
        assertThat(passant.page().locator("html").getAttribute("data-fr-theme")).isEqualTo("dark");
    }

    @Test
    void leControleVoitLesDefauts() {
        Visiteur passant = navigateur.visiteur();
        passant.ouvrirPage("/liens-utiles");
        passant.page()
                .evaluate(
                        "ecartee => { document.documentElement.removeAttribute('lang');"
                                + " const p = document.createElement('p'); p.textContent = 'Presque illisible';"
                                + " p.style.color = '#eee'; p.style.background = '#fff'; p.style.width = '2000px';"
                                + " const q = document.createElement('p'); q.textContent = 'Illisible la nuit';"
                                + " q.style.color = '#222'; q.id = 'nocturne';"
                                + " document.querySelector('main').append(p, q, document.createElement('h1'));"
                                + " const b = document.createElement('button'); b.className = 'fr-btn ' + ecartee; b.textContent = 'Bas';"
                                + " b.style.cssText = 'height: 20px; min-height: 0; padding: 0'; document.querySelector('main').append(b);"
                                + " document.title = 'Seul'; }",
                        Habillage.classesEcartees().get(0));
        Controle controle = new Controle(Navigateur.TELEPHONE);
        controle.controler(passant, "page");
        assertThat(String.join("\n", controle.defauts()))
                .contains("axe html-has-lang")
                .contains("axe color-contrast")
                .containsPattern("de nuit : axe color-contrast [^\n]*nocturne")
                .doesNotContainPattern("à 390 : axe color-contrast [^\n]*nocturne")
                .contains("2 titres de premier niveau")
                .contains("titre d'onglet « Seul »")
                .contains("classe sans style, " + Habillage.classesEcartees().get(0))
                .contains("cible basse, Bas : 20 points")
                .contains("points en largeur");
    }

    @Test
    void leRegroupementSeFaitAuClavierSeul() {
        Pile.Compte principal = pile.actif("Dylan");
        Pile.Compte secondaire = pile.cree("Florian");
        Visiteur parent = navigateur.visiteur(Navigateur.ORDINATEUR);
        parent.seConnecter(principal);
        parent.ouvrirPage("/compte/enfants");

        parent.page().keyboard().press("Tab");
        assertThat(parent.clavier()).isEqualTo("Contenu");
        atteindre(parent, "REGROUPER DES COMPTES");
        parent.puisAttendre(() -> parent.page().keyboard().press("Enter"));

        assertThat(parent.clavierSur("h1")).isTrue();
        atteindre(parent, "autreIdentifiant-saisie");
        parent.page().keyboard().type(secondaire.identifiant());
        atteindre(parent, "autreMotDePasse-saisie");
        parent.page().keyboard().type("Mauvais!2026");
        parent.puisAttendre(() -> parent.page().keyboard().press("Enter"));

        assertThat(parent.clavierSur("#erreurs")).isTrue();
        atteindre(parent, "Saisissez à nouveau le mot de passe.");
        parent.page().keyboard().press("Enter");
        assertThat(parent.clavierSur("#autreMotDePasse-saisie")).isTrue();
        parent.page().keyboard().type(secondaire.motDePasse());
        atteindre(parent, "autreMotDePasse-afficher");
        parent.page().keyboard().press("Space");
        assertThat(parent.page().locator("#autreMotDePasse-saisie").getAttribute("type"))
                .isEqualTo("text");
        atteindre(parent, "SUIVANT");
        parent.puisAttendre(() -> parent.page().keyboard().press("Enter"));

        assertThat(parent.titre()).isEqualTo("REGROUPER DES COMPTES - CONFIRMATION");
        assertThat(parent.clavierSur("h1")).isTrue();
        atteindre(parent, "VALIDER");
        parent.puisAttendre(() -> parent.page().keyboard().press("Space"));

        assertThat(parent.titre()).isEqualTo("CONFIRMATION DE REGROUPEMENT DE COMPTES");
        assertThat(parent.clavierSur("h1")).isTrue();
        atteindre(parent, "VALIDER");
        parent.puisAttendre(() -> parent.page().keyboard().press("Enter"));
        assertThat(parent.titre()).isEqualTo("ENFANTS");
        assertThat(pile.situation(principal)).isEqualTo("ACTIF : Dylan, Florian");
    }

    @Test
    void leMenuDuTelephoneSOuvreEtSeFermeAuClavier() {
        Visiteur parent = navigateur.visiteur();
        parent.seConnecter(pile.actif("Dylan"));
        atteindre(parent, "bouton-menu");
        parent.page().keyboard().press("Enter");
        parent.page().locator("#navigation").waitFor();
        atteindre(parent, "ACCUEIL");
        parent.page().keyboard().press("Escape");
        parent.page()
                .waitForCondition(() -> !parent.page().locator("#navigation").isVisible());
        assertThat(parent.clavierSur("#bouton-menu")).isTrue();
    }

    /** Avance à la tabulation jusqu'à l'élément de ce libellé, ou de cet identifiant s'il n'a pas de libellé ; chacun sur le chemin se voit. */
    private static void atteindre(Visiteur parent, String cible) {
        List<String> chemin = new ArrayList<>();
        for (int i = 0; i < TABULATIONS_AU_PLUS; i++) {
            parent.page().keyboard().press("Tab");
            chemin.add(parent.clavier());
            assertThat(parent.clavierVisible()).as(chemin.toString()).isTrue();
            if (parent.clavier().equals(cible)) {
                return;
            }
        }
        throw new AssertionError("« " + cible + " » n'est pas atteint : " + chemin);
    }
}
