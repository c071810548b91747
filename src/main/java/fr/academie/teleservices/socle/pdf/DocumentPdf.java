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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Écrit un document XHTML en PDF accessible (PDF/UA-1) : balisé, titré, de langue dite, polices embarquées.
 *
 * <p>Le document porte {@code <html lang>}, un {@code <title>}, {@code <meta name="subject">} et, s'il a plusieurs parties,
 * {@code <bookmarks>} ; chaque image a son {@code alt}. La police est Marianne, en gras ou non : {@code font-family: Marianne} ; ce qui se recopie signe
 * à signe (identifiant, mot de passe) est en gras dans une police où tous ont la même largeur : {@code font-family: Chasse}.
 * Les noms que Marianne n'écrit pas (grec, cyrillique, arabe) le sont en {@code Secours}, à nommer après elle : voir
 * {@link SignesImprimables}.
 * {@code hyphens: auto} coupe les mots français (voir {@link Cesure}). Aucune ressource n'est lue hors du document.
 */
@Singleton
public final class DocumentPdf {

    private static final int MAIGRE = 400;
    private static final int GRAS = 700;
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";

    private final Police ordinaire = Police.lire("Marianne-Regular.woff");
    private final Police grasse = Police.lire("Marianne-Bold.woff");

    private final Police secours = Police.lire(DEJAVU + "DejaVuSans.ttf");
    private final Police secoursGras = Police.lire(DEJAVU + "DejaVuSans-Bold.ttf");
    private final SignesImprimables signes = new SignesImprimables(ordinaire, secours);

    private final Police chasseFixe = Police.lire(DEJAVU + "DejaVuSansMono-Bold.ttf");

    @Inject
    public DocumentPdf() {
        // La bibliothèque raconte chaque document dans les traces.
        XRLog.listRegisteredLoggers().forEach(nom -> XRLog.setLevel(nom, Level.WARNING));
    }

    /**
     * Le premier signe de ce nom qu'un document ne saurait écrire tel quel ({@link #ecrire} mettrait des lettres latines à sa place, ou rien) ;
     * vide si tout s'imprime.
     */
    public Optional<String> signeSansDessin(String nom) {
        return signes.sansDessin(nom);
    }

    /** Écrit le PDF de {@code xhtml} ; {@code sortie} reste ouverte. */
    public void ecrire(String xhtml, OutputStream sortie) throws IOException {
        rendu(xhtml).toStream(sortie).run();
    }

    /**
     * Écrit un seul PDF de tous ces documents, dans l'ordre ; titre, sujet, langue et rôles sont ceux du premier.
     *
     * <p>Les documents peuvent porter des mots de passe : rien n'en va sur le disque. Un fichier d'échange n'y gagnerait d'ailleurs
     * rien : ce que la réunion occupe est la table des objets, que PDFBox garde toujours en mémoire. Au pire 60 Mo pour 500 lettres,
     * 200 Mo pour 2 000 (BancDesCourriers) ; c'est pourquoi une seule réunion se fait à la fois, et que l'envoi, 4 ko par lettre,
     * vient après elle. Écrire le fichier nous-mêmes, au fil de l'eau, tenait en mémoire plate, au prix de 433 lignes de format PDF.
     *
     * @param documents rendus l'un après l'autre ; au moins un
     */
    public void ecrireTous(Iterator<String> documents, OutputStream sortie) throws IOException {
        Deque<byte[]> parties = new ArrayDeque<>();
        while (documents.hasNext()) {
            ByteArrayOutputStream partie = new ByteArrayOutputStream();
            ecrire(documents.next(), partie);
            parties.add(partie.toByteArray());
        }
        sortie.write(parties.size() == 1 ? parties.remove() : reunir(parties));
    }

    /** Vide {@code parties} à mesure. */
    private synchronized byte[] reunir(Deque<byte[]> parties) throws IOException {
        try (PDDocument suite = Loader.loadPDF(parties.remove())) {
            PDFMergerUtility reunion = new PDFMergerUtility();
            while (!parties.isEmpty()) {
                try (PDDocument partie = Loader.loadPDF(parties.remove())) {
                    reunion.appendDocument(suite, partie);
                }
            }
            ByteArrayOutputStream ecrite = new ByteArrayOutputStream();
            suite.save(ecrite);
            return ecrite.toByteArray();
        }
    }

    private PdfRendererBuilder rendu(String document) {
        String xhtml = signes.rendre(document);
        PdfRendererBuilder rendu = new PdfRendererBuilder();
        rendu.usePdfUaAccessibility(true);
        rendu.useFont(ordinaire::flux, "Marianne", MAIGRE, FontStyle.NORMAL, true);
        rendu.useFont(grasse::flux, "Marianne", GRAS, FontStyle.NORMAL, true);
        rendu.useFont(chasseFixe::flux, "Chasse", GRAS, FontStyle.NORMAL, true);
        if (signes.demandeLeSecours(xhtml)) {
            rendu.useFont(secours::flux, "Secours", MAIGRE, FontStyle.NORMAL, true);
            rendu.useFont(secoursGras::flux, "Secours", GRAS, FontStyle.NORMAL, true);
            rendu.useUnicodeBidiReorderer(new SensDeLEcriture());
            rendu.useUnicodeBidiSplitter(SensDeLEcriture.Decoupe::new);
        }
        rendu.useHyphenation(Cesure::couper);
        rendu.withProducer("Téléservices");
        rendu.useExternalResourceAccessControl(
                (adresse, genre) -> adresse.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        rendu.withHtmlContent(xhtml, null);
        return rendu;
    }
}
