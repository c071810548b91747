package fr.academie.teleservices.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.courriel.Courriel;
import fr.academie.teleservices.socle.courriel.ModelesDeCourriel;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** L'outil qui cherche les mots perdus ne perd lui-même rien. */
class PseudoLangueTest {

    @Test
    void allongeEtMarqueChaqueMotSansToucherAuxTrous() {
        assertThat(PseudoLangue.traduire("Le compte {0} reste")).isEqualTo("[Le] [compte~] {0} [reste]");
    }

    @Test
    void gardeLaSyntaxeDUnPluriel() {
        assertThat(PseudoLangue.traduire("{0,plural,=0{Aucun}one{# regroupement}other{# regroupements, {1}}}."))
                .isEqualTo("{0,plural,=0{[Aucun]}one{# [regroupement~~~]}other{# [regroupements~~~~], {1}}}.");
    }

    @Test
    void aucunMotNEstRestePrisDansUnCourriel() throws IOException, URISyntaxException {
        ModelesDeCourriel modeles = new ModelesDeCourriel(PseudoLangue.textes());
        List<String> noms = modeles();
        assertThat(noms).hasSizeGreaterThan(15);
        noms.forEach(modele -> {
            Courriel ecrit = modeles.rediger(modele, "a@exemple.fr", 3, 3, 3, 3, 3, 3);
            assertThat(PseudoLangue.sansMarques(ecrit.objet() + "\n" + ecrit.texte()))
                    .as(modele)
                    .doesNotContainPattern("\\p{L}");
        });
    }

    @Test
    void unJourSEcritDansSaLangue() throws IOException, URISyntaxException {
        Textes textes = PseudoLangue.textes();
        assertThat(textes.getLangue().code()).isEqualTo(PseudoLangue.CODE);
        assertThat(textes.avec("courrier.validite", LocalDate.of(2026, 10, 3))).contains("3 October 2026");
    }

    private static List<String> modeles() throws IOException {
        Pattern objet = Pattern.compile("^courriel\\.(.+)\\.objet=", Pattern.MULTILINE);
        return objet.matcher(Files.readString(PseudoLangue.FRANCAIS))
                .results()
                .map(trouve -> trouve.group(1))
                .toList();
    }

    @Test
    void unMotSansMarqueReste() {
        assertThat(PseudoLangue.sansMarques("[Mon~] compte [reste]"))
                .contains("compte")
                .doesNotContain("reste", "Mon");
    }
}
