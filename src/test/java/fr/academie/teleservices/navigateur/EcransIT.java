package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Le second habillage et les deux bureaux sous le regard d'{@link EcranEntier} ; {@link AccessibiliteIT} y passe les autres écrans. */
@EssaiLong("chaque écran du second habillage et des bureaux, à quatre largeurs ; RgaaTest lit les mêmes pages")
@EssaiDeNavigateur
@Timeout(900)
class EcransIT {

    private static final int ECRANS_AU_MOINS = 30;

    private final Pile pile;
    private final Navigateur navigateur;
    private final EcranEntier ecrans;

    EcransIT(Pile pile, Navigateur navigateur) {
        this.pile = pile;
        this.navigateur = navigateur;
        this.ecrans = new EcranEntier(pile);
    }

    @Test
    void lesEcransDuSecondHabillageEtDesBureauxSontEntiersEtAccordes() {
        Visiteur autre = navigateur.visiteur().choisir(pile.monCompte());
        autre.seConnecter(pile.actif("Dylan", "Florian"));
        Pages.PERSONNELLES.forEach(page -> voir(autre, page));

        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zecran");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ecole.commencer(chef);
        Visiteur auBureau = bureau(ecole, chef, lecture -> !lecture.estDeLAssistance());
        voir(auBureau, "/etablissement/attendu?id=" + ecole.numero("aRattacher"));
        ClientHttp assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        bureau(ecole, assistance, GestesDuBureau.Lecture::estDeLAssistance);

        assertThat(ecrans.defauts()).isEmpty();
        assertThat(ecrans.vus()).isGreaterThan(ECRANS_AU_MOINS);
    }

    @Test
    void leControleVoitLesDefauts() {
        Visiteur passant = navigateur.visiteur();
        passant.ouvrirPage("/liens-utiles");
        passant.page()
                .evaluate("() => { document.querySelector('main').insertAdjacentHTML('beforeend',"
                        + " '<form><label>Nom*</label></form>"
                        + "<div class=\"ts-actions\"><a class=\"fr-btn\">Un</a><a class=\"fr-btn ts-capitales\">Deux</a></div>"
                        + "<label id=\"morceaux\">De <b>Florent</b> ici</label>"
                        + "<p>Identifiant : dylan.durand</p>"
                        + "<p id=\"coupe\">Des mots que leur boîte coupe dès qu’ils grandissent</p>');"
                        + " document.getElementById('morceaux').style.display = 'flex';"
                        + " const p = document.getElementById('coupe');"
                        + " p.style.height = '30px'; p.style.overflow = 'hidden'; }");
        ecrans.controler(passant, "page");
        assertThat(String.join("\n", ecrans.defauts()))
                .contains(
                        "Nom*",
                        "Un (none) | Deux (uppercase)",
                        "en morceaux, De Florent ici",
                        "coupé : p. « Des mots",
                        "traduit, Identifiant : dylan.durand");
    }

    private Visiteur bureau(EcoleDEssai ecole, ClientHttp agent, Predicate<GestesDuBureau.Lecture> choix) {
        Visiteur assis = navigateur.visiteur();
        assis.contexte()
                .addCookies(List.of(new Cookie(ClientHttp.SESSION, agent.temoin(ClientHttp.SESSION))
                        .setDomain("localhost")
                        .setPath(Pile.APPLICATION)));
        GestesDuBureau.LECTURES.stream()
                .filter(choix)
                .filter(lecture -> !lecture.chemin().contains("."))
                .forEach(lecture -> voir(assis, lecture.adresse(ecole)));
        return assis;
    }

    private void voir(Visiteur visiteur, String adresse) {
        visiteur.ouvrirPage(adresse);
        ecrans.controler(visiteur, adresse.replaceAll("\\?.*", ""));
    }
}
