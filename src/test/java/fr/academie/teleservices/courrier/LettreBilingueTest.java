package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.texte.Langues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Une lettre en deux langues : une page, le français entier, puis celle de la famille. */
class LettreBilingueTest {

    static List<String> langues() {
        return secondes(Map.of()).proposees().stream()
                .map(langue -> langue.code())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("langues")
    void tientEnUnePageDansChaqueLangue(String langue) throws IOException {
        for (MotifCourrier motif : MotifCourrier.values()) {
            try (PDDocument lu = Loader.loadPDF(pdf(LettresDEssai.lettre(1, motif), langue))) {
                assertThat(lu.getNumberOfPages()).as(langue + " " + motif).isEqualTo(1);
                String texte = new PDFTextStripper().getText(lu);
                assertThat(texte)
                        .contains("Vous trouverez ci-dessous")
                        .containsPattern("(?s)KTRM-7HPC-X4DN.*KTRM-7HPC-X4DN");
            }
        }
    }

    @Test
    void enFrancaisSeulSiLAgentLeVeut() throws IOException {
        try (PDDocument lu =
                Loader.loadPDF(pdf(LettresDEssai.lettre(1, MotifCourrier.PREMIER), SecondeLangue.AUCUNE))) {
            assertThat(new PDFTextStripper().getText(lu)).doesNotContainPattern("(?s)KTRM-7HPC-X4DN.*KTRM-7HPC-X4DN");
        }
    }

    @Test
    void laLangueEstCelleDeLAgentPuisDeLaFamillePuisDuReglage() {
        SecondeLangue sans = secondes(Map.of());
        SecondeLangue anglais = secondes(Map.of("courrier.langue", "en"));
        assertThat(sans.pour(compte(null), null)).isEmpty();
        assertThat(anglais.pour(compte(null), ""))
                .hasValueSatisfying(l -> assertThat(l.code()).isEqualTo("en"));
        assertThat(anglais.pour(compte("tr"), null))
                .hasValueSatisfying(l -> assertThat(l.code()).isEqualTo("tr"));
        assertThat(anglais.pour(compte("fr"), null)).isEmpty();
        assertThat(anglais.pour(compte("tr"), "ar"))
                .hasValueSatisfying(l -> assertThat(l.code()).isEqualTo("ar"));
        assertThat(anglais.pour(compte("tr"), SecondeLangue.AUCUNE)).isEmpty();
        assertThat(sans.pour(compte(null), "xx")).isEmpty();
    }

    @Test
    void uneLettreGardeLaLangueDuCompteLeTempsDUnTravail() {
        Lettre lettre = LettresDEssai.lettre(0, MotifCourrier.PREMIER);
        Destinataire d = lettre.destinataire();
        Lettre enTurc = new Lettre(
                new Destinataire(compte("tr"), d.adresse(), d.etablissement(), d.eleves(), d.motif(), false, null),
                lettre.motDePasse(),
                lettre.code(),
                lettre.faiteLe(),
                lettre.expireLe());
        assertThat(LettreEnJson.lire(LettreEnJson.ecrire(enTurc))
                        .destinataire()
                        .compte()
                        .langue())
                .isEqualTo("tr");
    }

    private static SecondeLangue secondes(Map<String, String> autres) {
        return new SecondeLangue(new Langues(Atelier.profil(autres)), Atelier.profil(autres));
    }

    private static Compte compte(@Nullable String langue) {
        Compte lu =
                LettresDEssai.lettre(0, MotifCourrier.PREMIER).destinataire().compte();
        return new Compte(lu.id(), lu.identifiant(), lu.identite(), null, null, lu.etat(), 0, null, langue);
    }

    private static byte[] pdf(Lettre lettre, String seconde) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        LettresDEssai.misesEnPages()
                .ecrire(List.of(lettre), "https://teleservices.ac-bordeaux.example/teleservices", seconde, sortie);
        if (System.getProperty("images.lettres") != null) {
            java.nio.file.Files.write(
                    java.nio.file.Path.of("target/images/lettre-" + seconde + ".pdf"), sortie.toByteArray());
        }
        return sortie.toByteArray();
    }
}
