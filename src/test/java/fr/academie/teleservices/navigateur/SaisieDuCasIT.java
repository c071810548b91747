package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Chromium;
import fr.academie.teleservices.essais.Saisies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Le script de la page de connexion du CAS lit un identifiant comme l'application le lit. */
@Timeout(120)
class SaisieDuCasIT {

    private static final Path SCRIPT = Path.of("conf/cas/theme/static/themes/scolarite-services/saisie.js");

    /** Sosies, écritures et lignes étranges de la base, en plus des saisies de Cristelle. */
    private static final List<String> AUTRES = List.of(
            "marie\u2011claude.leroy",
            "lea.d\u2019almeida",
            "\u0130nci.\u015fahin",
            "b\u0153uf.\u00e6",
            "durand\u06f2",
            "_dupont.marie",
            "martin#2",
            "m.dupont/2",
            "dupont marie",
            "martin.",
            "identifiant.durand",
            "PARENT1",
            "a@b.fr");

    @Test
    void laPageDuCasEtLApplicationLisentLeMemeIdentifiant() throws IOException {
        try (Playwright conducteur = Chromium.conducteur();
                Browser navigateur =
                        Chromium.lancer(conducteur, Chromium.executable().orElseThrow())) {
            Page page = navigateur.newPage();
            page.setContent("<form><input name='username'><input name='password'></form>");
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(Files.readString(SCRIPT)));
            page.evaluate("document.querySelector('form').addEventListener('submit', e => e.preventDefault())");
            for (String saisie : Stream.concat(Saisies.DE_CRISTELLE.stream(), AUTRES.stream())
                    // Un champ d'une ligne fait d'un saut de ligne collé une espace.
                    .map(s -> s.replaceAll("\\R", " "))
                    .toList()) {
                assertThat(envoye(page, saisie))
                        .as(saisie)
                        .isEqualTo(Identifiant.lire(saisie).orElseThrow().valeur());
            }
            assertThat(envoye(page, "\u738b")).isEqualTo("\u738b");
        }
    }

    private static Object envoye(Page page, String saisie) {
        return page.evaluate(
                "s => { const f = document.querySelector('form'); f.username.value = s; f.requestSubmit(); return f.username.value; }",
                saisie);
    }
}
