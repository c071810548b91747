package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.TestReporter;

/**
 * Un visiteur dont on compte ce qu'une voie lui demande : gestes (liens et boutons pressés), champs remplis, mots affichés par les pages
 * qu'il quitte. Au doigt, ou par le seul clavier : les comptes sont les mêmes.
 */
final class Comptage {

    private static final int TABULATIONS_AU_PLUS = 60;
    private static final Path VOIES = Path.of("target", "voies.txt");

    private final Visiteur parent;
    private final boolean clavier;
    private int gestes;
    private int champs;
    private int mots;

    private Comptage(Visiteur parent, boolean clavier) {
        this.parent = parent;
        this.clavier = clavier;
    }

    static Comptage auDoigt(Visiteur parent) {
        return new Comptage(parent, false);
    }

    static Comptage auClavier(Visiteur parent) {
        return new Comptage(parent, true);
    }

    int gestes() {
        return gestes;
    }

    int champs() {
        return champs;
    }

    /** Presse le lien ou le bouton du contenu qui porte ce libellé. */
    void presser(String libelle) {
        presser(parent.action("main", libelle));
    }

    void presser(Locator action) {
        gestes++;
        mots += parent.contenu().split(" ", -1).length;
        if (clavier) {
            atteindre(action);
            parent.puisAttendre(() -> parent.page().keyboard().press("Enter"));
        } else {
            parent.puisAttendre(action::click);
        }
    }

    /** Remplit la page de connexion, déjà affichée, et l'envoie. */
    void sIdentifier(String identifiant, String motDePasse) {
        remplir("votre identifiant", identifiant);
        remplir("votre mot de passe", motDePasse);
        presser(parent.page().locator("main button[type=submit]"));
    }

    void remplir(String champ, String valeur) {
        champs++;
        if (clavier) {
            atteindre(parent.champ(champ));
            parent.page().keyboard().press("Control+A");
            parent.page().keyboard().type(valeur);
        } else {
            parent.saisir(champ, valeur);
        }
    }

    /** Suit le lien d'un message reçu : un geste. */
    void suivre(String lien) {
        gestes++;
        parent.ouvrirPage(lien);
    }

    /** Ce qui précède ne compte plus. */
    void repartir() {
        gestes = 0;
        champs = 0;
        mots = 0;
    }

    /** La voie est faite : elle ne devait pas demander davantage. */
    Comptage auPlus(int desGestes, int desChamps) {
        assertThat(gestes).as("gestes").isLessThanOrEqualTo(desGestes);
        assertThat(champs).as("champs").isLessThanOrEqualTo(desChamps);
        return this;
    }

    /** Au rapport de l'essai, et dans {@code target/voies.txt}. */
    void dire(TestReporter rapport, String voie) throws IOException {
        String compte = gestes + " gestes, " + champs + " champs, " + mots + " mots lus";
        rapport.publishEntry(voie, compte);
        Files.writeString(VOIES, voie + " : " + compte + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Avance à la tabulation ; chaque arrêt se voit. */
    private void atteindre(Locator cible) {
        for (int touche = 0; touche < TABULATIONS_AU_PLUS; touche++) {
            parent.page().keyboard().press("Tab");
            assertThat(parent.clavierVisible()).as(parent.clavier()).isTrue();
            if (Boolean.TRUE.equals(cible.evaluate("e => document.activeElement === e"))) {
                return;
            }
        }
        throw new AssertionError("Le clavier n'atteint pas " + cible);
    }
}
