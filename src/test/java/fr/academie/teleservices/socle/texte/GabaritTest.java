package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Le remplissage d'un gabarit : rien de ce qui est donné n'y devient du balisage ni un autre trou. */
class GabaritTest {

    private record Page(String titre, List<Ligne> lignes, String rendu) {}

    private record Ligne(String nom) {}

    private final Gabarit gabarit = Gabarit.balise(GabaritTest.class, "essai.html");

    @Test
    void lesValeursSontEchappeesEtLesListesRepetees() {
        String rendu = gabarit.rendre(new Page(
                "<b>{{rendu}}</b> & \"fin\" d'un\u0000\uFFFE\uD800",
                List.of(new Ligne("D’Almeida"), new Ligne("{{titre}}")),
                "<br/>"));

        String titre = "&lt;b&gt;{{rendu}}&lt;/b&gt; &amp; &quot;fin&quot; d&#39;un";
        assertThat(rendu).isEqualTo("""
                <p title="%1$s">
                <i>D’Almeida de %1$s</i>,
                <i>{{titre}} de %1$s</i>
                <b><br/></b></p>
                """.formatted(titre));
    }

    @Test
    void uneListeVideLaisseParaitreLeContraire() {
        assertThat(gabarit.rendre(new Page("Vide", List.of(), ""))).contains("<i>rien</i>");
    }

    @Test
    void unTexteBrutNEchappeRien() {
        assertThat(Gabarit.brut(GabaritTest.class, "essai.txt").rendre(Map.of("titre", "l'été <b> & l'hiver")))
                .isEqualTo("Titre : l'été <b> & l'hiver");
    }

    @Test
    void unTrouSansValeurEstUneFaute() {
        assertThatThrownBy(() -> gabarit.rendre(Map.of("lignes", List.of(), "rendu", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("essai.html")
                .hasStackTraceContaining("titre");
    }

    @Test
    void uneRepetitionSansListeEstUneFaute() {
        assertThatThrownBy(() -> gabarit.rendre(Map.of("titre", "Essai", "rendu", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("lignes");
    }

    @Test
    void unGabaritAbsentEstUneFauteDuWar() {
        assertThatThrownBy(() -> Gabarit.balise(GabaritTest.class, "absent.html"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("absent.html");
    }
}
