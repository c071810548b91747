package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Un nom dans une phrase n'est ni traduit, ni pris pour du HTML. */
class BalisesTest {

    private final Balises balises = new Balises();

    @Test
    void unNomEstHorsDeLaTraductionEtLaPhraseEchappee() {
        assertThat(balises.html("Compte de " + balises.nom("Petit") + " & fils"))
                .isEqualTo("Compte de <span translate=\"no\">Petit</span> &amp; fils");
    }

    @Test
    void unNomHostileNOuvreAucuneBalise() {
        assertThat(balises.html("À " + balises.nom("\uE001<script>\"'\uE000")))
                .isEqualTo("À <span translate=\"no\">&lt;script&gt;&quot;&#39;</span>");
    }

    @Test
    void laPhraseBruteNAPlusDeMarque() {
        String phrase = "Compte de " + balises.nom("Petit");
        assertThat(balises.brut(phrase)).isEqualTo("Compte de Petit");
        assertThat(balises.traduire(phrase)).isEqualTo("no");
        assertThat(balises.traduire("Compte")).isNull();
        assertThat(balises.nom(null) + balises.html(null) + balises.brut(null)).isEmpty();
    }

    @Test
    void unePhraseDejaFaiteEstMarqueeOuElleCiteLeNom() {
        assertThat(balises.html(balises.citer("Compte petit.1 regroupé", "petit.1")))
                .isEqualTo("Compte <span translate=\"no\">petit.1</span> regroupé");
        assertThat(balises.citer("Compte activé", null)).isEqualTo("Compte activé");
        assertThat(balises.citer(null, "")).isEmpty();
    }

    @Test
    void rienDAutreNEchappeAFaces() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("webapp"))) {
            List<String> sansEchappement = pages.filter(page -> page.toString().endsWith(".xhtml"))
                    .flatMap(BalisesTest::lignes)
                    .filter(ligne -> ligne.contains("escape=\"false\""))
                    .toList();
            assertThat(sansEchappement)
                    .isNotEmpty()
                    .allSatisfy(ligne -> assertThat(ligne.split("escape=\"false\"", -1))
                            .hasSameSizeAs(ligne.split("<h:outputText value=\"#\\{balises\\.html\\(", -1)));
        }
    }

    private static Stream<String> lignes(Path page) {
        try {
            return Files.readAllLines(page).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
