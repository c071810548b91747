package fr.academie.teleservices.socle.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Le moins qu'un PDF de lettres puisse coûter : leurs lignes déjà coupées, posées l'une sous l'autre par la bibliothèque nue, avec la
 * même police embarquée. Ni mise en page, ni balises, ni signets, et tout en mémoire.
 */
public final class PlancherPdf {

    private static final float CORPS = 11;
    private static final float MARGE = 57;

    private PlancherPdf() {}

    /** Écrit une page par liste de lignes. */
    public static void ecrire(Iterable<List<String>> pages, OutputStream sortie) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont police = PDType0Font.load(
                    document, Police.lire("Marianne-Regular.woff").flux(), true);
            for (List<String> lignes : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream contenu = new PDPageContentStream(document, page)) {
                    contenu.beginText();
                    contenu.setFont(police, CORPS);
                    contenu.newLineAtOffset(MARGE, PDRectangle.A4.getHeight() - MARGE);
                    for (String ligne : lignes) {
                        contenu.showText(ligne);
                        contenu.newLineAtOffset(0, -1.4f * CORPS);
                    }
                    contenu.endText();
                }
            }
            document.save(sortie);
        }
    }
}
