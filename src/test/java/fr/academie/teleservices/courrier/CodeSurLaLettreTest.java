package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import fr.academie.teleservices.socle.pdf.ConformitePdf;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Le code d'une lettre, relu par un décodeur de la page telle qu'elle s'imprime. */
class CodeSurLaLettreTest {

    private static final String ADRESSE = "https://teleservices.exemple.fr/teleservices";

    @ParameterizedTest(name = "{0} points par pouce")
    @ValueSource(ints = {100, 150, 300})
    void chaqueLettrePorteLeSien(int finesse) throws Exception {
        List<Lettre> lettres = List.of(
                LettresDEssai.lettre(0, MotifCourrier.PREMIER),
                LettresDEssai.lettre(25, MotifCourrier.REIMPRESSION),
                LettresDEssai.lettre(26, MotifCourrier.REINITIALISATION));
        try (PDDocument pdf = Loader.loadPDF(pdf(lettres))) {
            for (int page = 0; page < lettres.size(); page++) {
                assertThat(codes(page(pdf, page, finesse)))
                        .containsExactly(
                                ADRESSE + "/courrier#" + lettres.get(page).code());
            }
        }
    }

    @Test
    void ilSeLitSurUnePhotocopiePaleEtTachee() throws Exception {
        Lettre lettre = LettresDEssai.lettre(0, MotifCourrier.PREMIER);
        try (PDDocument pdf = Loader.loadPDF(pdf(List.of(lettre)))) {
            BufferedImage page = page(pdf, 0, 150);
            Graphics2D voile = page.createGraphics();
            voile.setColor(new Color(255, 255, 255, 150));
            voile.fillRect(0, 0, page.getWidth(), page.getHeight());
            voile.dispose();
            assertThat(codes(page)).hasSize(1).allMatch(lu -> lu.endsWith("#" + lettre.code()));
        }
    }

    @Test
    void ilADesMotsPourQuiNeLeVoitPas() throws IOException {
        byte[] lettre = pdf(List.of(LettresDEssai.lettre(0, MotifCourrier.PREMIER)));
        assertThat(ConformitePdf.defauts(lettre)).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(lettre)) {
            assertThat(figures(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .singleElement()
                    .asString()
                    .startsWith("Code à viser avec l’appareil photo");
        }
    }

    @Test
    void uneLettreEnAttenteDepuisLaVersionDAvantNEnAPas() throws Exception {
        Lettre modele = LettresDEssai.lettre(0, MotifCourrier.PREMIER);
        Lettre sans = new Lettre(modele.destinataire(), modele.motDePasse(), null, modele.faiteLe(), modele.expireLe());
        assertThat(LettreEnJson.lire(LettreEnJson.ecrire(sans))).isEqualTo(sans);
        try (PDDocument pdf = Loader.loadPDF(pdf(List.of(sans)))) {
            assertThat(codes(page(pdf, 0, 150))).isEmpty();
        }
    }

    private static Stream<String> figures(PDStructureNode noeud) {
        return noeud.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> Stream.concat(
                        "Figure".equals(element.getStructureType())
                                ? Stream.ofNullable(element.getAlternateDescription())
                                : Stream.empty(),
                        figures(element)));
    }

    private static BufferedImage page(PDDocument pdf, int page, int finesse) throws IOException {
        return new PDFRenderer(pdf).renderImageWithDPI(page, finesse, ImageType.RGB);
    }

    private static List<String> codes(BufferedImage page) throws Exception {
        int[] points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var image = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), points)));
        try {
            return Stream.of(new QRCodeMultiReader().decodeMultiple(image, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private static byte[] pdf(List<Lettre> lettres) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        LettresDEssai.misesEnPages().ecrire(lettres, ADRESSE, sortie);
        return sortie.toByteArray();
    }
}
