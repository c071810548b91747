package fr.academie.teleservices.socle.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Un document XHTML rendu en PDF : ce qu'on y lit, ses balises, sa conformité. */
class DocumentPdfTest {

    private static final String DOCUMENT = """
            <html lang="fr"><head><title>Un essai</title><meta name="subject" content="Pour voir"/>
            <bookmarks><bookmark name="Le titre" href="#titre"/></bookmarks>
            <style>body { font-family: Marianne; hyphens: auto; } .etroit { width: 16mm; }</style></head>
            <body><h1 id="titre">Élèves d’été</h1><p>Cœur, Noël, où, l’identifiant « à côté ».</p>
            <p class="etroit">établissement représentant responsabilité provisoire</p>
            <ul><li>Un</li><li>Deux</li></ul></body></html>
            """;

    @Test
    void leDocumentEstConformeAPdfUaTitreEtEnFrancais() throws IOException {
        byte[] pdf = rendre(DOCUMENT);

        assertThat(ConformitePdf.defauts(pdf)).isEmpty();
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            assertThat(lu.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(lu.getDocumentInformation().getTitle()).isEqualTo("Un essai");
            assertThat(lu.getDocumentInformation().getSubject()).isEqualTo("Pour voir");
            assertThat(lu.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Le titre");
            assertThat(lu.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void lesAccentsSeLisentEtLesMotsLongsSontCoupesALaFrancaise() throws IOException {
        try (PDDocument lu = Loader.loadPDF(rendre(DOCUMENT))) {
            String texte = new PDFTextStripper().getText(lu);
            assertThat(texte).contains("Élèves d’été", "Cœur, Noël, où, l’identifiant");
            assertThat(texte).containsPattern("provi-\\s*soire");
        }
    }

    @Test
    void uneSuiteDeDocumentsNeFaitQuUnPdfConforme() throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        new DocumentPdf()
                .ecrireTous(
                        List.of(DOCUMENT, DOCUMENT.replace("Élèves", "Écoles").replace("Le titre", "L’autre"), DOCUMENT)
                                .iterator(),
                        sortie);

        assertThat(ConformitePdf.defauts(sortie.toByteArray())).isEmpty();
        try (PDDocument lu = Loader.loadPDF(sortie.toByteArray())) {
            assertThat(lu.getNumberOfPages()).isEqualTo(3);
            assertThat(lu.getDocumentInformation().getTitle()).isEqualTo("Un essai");
            PDFTextStripper page = new PDFTextStripper();
            page.setStartPage(2);
            page.setEndPage(2);
            assertThat(page.getText(lu)).contains("Écoles d’été", "Deux").doesNotContain("Élèves");
            List<String> signets = new ArrayList<>();
            lu.getDocumentCatalog().getDocumentOutline().children().forEach(signet -> signets.add(signet.getTitle()));
            assertThat(signets).containsExactly("Le titre", "L’autre", "Le titre");
        }
    }

    /**
     * Le genre : grec, cyrillique, arabe (seul, au milieu du français, deux mots), lettre latine rare, accents décomposés ; ce qu'aucune
     * police d'ici n'écrit : chinois, coréen, dévanagari, images.
     */
    @Test
    void lesNomsDeToutesLesEcrituresSImpriment() throws IOException {
        byte[] pdf = rendre("""
                <html lang="fr"><head><title>Un essai</title>
                <style>body { font-family: Marianne, Secours; font-size: 14pt; } b { font-weight: 700; }</style></head><body>
                <h1>Les noms</h1><p>Анна ИВАНОВА et Γιώργος ΠΑΠΑΔΌΠΟΥΛΟΣ</p><p><b>Анна Γιώργος محمد</b></p>
                <p>Pour محمد بن علي, classe 6e A</p><p>Ngũgĩ wa Thiong’o, Đỗ Thị Hoàng, Łukasz, Ṣalāḥ, Zoe\u0301</p>
                <p>王小明 et 김민준, राम, Léa 🙂 fin</p></body></html>
                """);
        assertThat(ConformitePdf.defauts(pdf)).isEmpty();
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            String texte = new PDFTextStripper().getText(lu).replace('\u00a0', ' ');
            assertThat(texte)
                    .contains("Анна ИВАНОВА et Γιώργος ΠΑΠΑΔΌΠΟΥΛΟΣ")
                    .contains("Ngũgĩ wa Thiong’o, Đỗ Thị Hoàng, Łukasz, Ṣalāḥ, Zoé")
                    .contains("Анна Γιώργος محمد", "Pour محمد بن علي, classe 6e A")
                    .containsPattern("wáng *xiǎo *míng et gim *min *jun, r[aā]ma?, Léa *fin")
                    .doesNotContain("#", "\uFFFD");
        }
    }

    private static byte[] rendre(String xhtml) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        new DocumentPdf().ecrire(xhtml, sortie);
        return sortie.toByteArray();
    }
}
