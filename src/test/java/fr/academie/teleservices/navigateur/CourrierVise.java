package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.util.Objects;

/** Une lettre qu'on vise : l'adresse qu'elle porte s'ouvre, comme le fait l'appareil photo. */
final class CourrierVise {

    private static final String AGENT = "secretariat.moulin";

    private CourrierVise() {}

    /** Rend le secret de la lettre, une fois la question affichée. */
    static String ouvrir(Pile pile, Visiteur parent, Pile.Compte compte) throws Exception {
        String code =
                Objects.requireNonNull(pile.lettre(compte, Familles.UAI, AGENT).code());
        parent.ouvrirPage("/courrier#" + code);
        parent.page().waitForURL("**/courrier/question");
        assertThat(parent.page().url()).doesNotContain(code);
        parent.page().evaluate("() => document.fonts.ready");
        return code;
    }
}
