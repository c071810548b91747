package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotsDesRemarquesTest {

    private final Textes textes = new Textes(new Langues(Atelier.profil(Map.of())));
    private final MotsDesRemarques mots = new MotsDesRemarques(textes);

    @ParameterizedTest
    @EnumSource(CodeRemarque.class)
    void chaqueCodeDitPourquoiEtQuoiFaire(CodeRemarque code) {
        Remarque remarque = new Remarque(code, "a.xml", 3, null, null, List.of("un", "deux", "trois"));
        assertThat(mots.raison(remarque)).endsWith(".").doesNotContain("{", "}");
        assertThat(mots.quoiFaire(remarque)).endsWith(".");
        assertThat(mots.portee(remarque)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Champ.class)
    void chaqueChampSeNomme(Champ champ) {
        assertThat(mots.raison(new Remarque(CodeRemarque.CHAMP_VIDE, "a.xml", 3, null, null, List.of(champ.name()))))
                .doesNotContain(champ.name().length() > 3 ? champ.name() : "{");
    }

    @Test
    void leTableauDitTout() throws IOException {
        StringBuilder sortie = new StringBuilder();
        RapportCsv rapport = new RapportCsv(sortie, mots, textes);
        rapport.ligne(new Remarque(
                CodeRemarque.TROP_LONG,
                "ElevesSansAdresses.xml",
                14,
                Sorte.ELEVE,
                "410009",
                List.of("NOM", "5000", "100")));
        rapport.ligne(new Remarque(CodeRemarque.VIDE, "=vide.xml", 0, null, null, List.of()));
        assertThat(sortie.toString().lines())
                .containsExactly(
                        "\uFEFFFichier;Ligne;Numéro;Suite donnée;Raison;Que faire;Code",
                        "ElevesSansAdresses.xml;14;410009;Ligne refusée;\"Le champ nom de famille compte 5000"
                                + " caractères\u00A0; 100 au plus sont attendus.\";Corrigez la fiche dans l’application"
                                + " d’origine (SIECLE, par exemple). Elle sera prise au prochain export.;TROP_LONG",
                        "'=vide.xml;;;Fichier refusé;Le fichier est vide.;Refaites l’export dans l’application"
                                + " d’origine, sans l’ouvrir ni l’enregistrer dans un autre logiciel, puis"
                                + " remettez-le.;VIDE");
    }

    @Test
    void uneValeurDuFichierEstBornee() {
        Remarque remarque =
                new Remarque(CodeRemarque.MAIL_ILLISIBLE, "a.xml", 3, null, "9".repeat(500), List.of("😀".repeat(500)));
        assertThat(remarque.valeurs()).allMatch(valeur -> valeur.length() <= 82);
        assertThat(remarque.numero()).hasSizeLessThan(82);
    }
}
