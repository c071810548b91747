package fr.academie.teleservices.socle.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.logging.Level;

/**
 * Écrit un document XHTML en PDF accessible (PDF/UA-1) : balisé, en français, titré, polices embarquées.
 *
 * <p>Le document porte {@code <html lang="fr">}, un {@code <title>}, {@code <meta name="subject">} et, s'il a plusieurs parties,
 * {@code <bookmarks>} ; chaque image a son {@code alt}. La police est Marianne, en gras ou non : {@code font-family: Marianne}.
 * {@code hyphens: auto} coupe les mots français (voir {@link Cesure}). Aucune ressource n'est lue hors du document.
 */
@Singleton
public final class DocumentPdf {

    private static final int MAIGRE = 400;
    private static final int GRAS = 700;

    private final Police ordinaire = Police.lire("Marianne-Regular.woff");
    private final Police grasse = Police.lire("Marianne-Bold.woff");

    @Inject
    public DocumentPdf() {
        // La bibliothèque raconte chaque document dans les traces.
        XRLog.listRegisteredLoggers().forEach(nom -> XRLog.setLevel(nom, Level.WARNING));
    }

    /** Écrit le PDF de {@code xhtml} ; {@code sortie} reste ouverte. */
    public void ecrire(String xhtml, OutputStream sortie) throws IOException {
        rendu(xhtml).toStream(sortie).run();
    }

    /**
     * Écrit un seul PDF de tous ces documents, dans l'ordre, chacun envoyé dès qu'il est rendu : la mémoire ne croît pas avec leur
     * nombre. Titre, sujet et langue sont ceux du premier.
     *
     * @param documents rendus l'un après l'autre ; au moins un
     */
    public void ecrireTous(Iterator<String> documents, OutputStream sortie) throws IOException {
        try (SuitePdf suite = new SuitePdf(sortie)) {
            while (documents.hasNext()) {
                ByteArrayOutputStream partie = new ByteArrayOutputStream();
                ecrire(documents.next(), partie);
                suite.ajouter(partie.toByteArray());
            }
        }
    }

    private PdfRendererBuilder rendu(String xhtml) {
        PdfRendererBuilder rendu = new PdfRendererBuilder();
        rendu.usePdfUaAccessibility(true);
        rendu.useFont(ordinaire::flux, "Marianne", MAIGRE, FontStyle.NORMAL, true);
        rendu.useFont(grasse::flux, "Marianne", GRAS, FontStyle.NORMAL, true);
        rendu.useHyphenation(Cesure::couper);
        rendu.withProducer("Téléservices");
        rendu.useExternalResourceAccessControl(
                (adresse, genre) -> adresse.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        rendu.withHtmlContent(xhtml, null);
        return rendu;
    }
}
