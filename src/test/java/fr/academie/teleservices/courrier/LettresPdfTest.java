package fr.academie.teleservices.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.socle.pdf.ConformitePdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** La lettre telle qu'on la lit : mots du guide, une page chacune, adresse devant la fenêtre, balises. */
class LettresPdfTest {

    private static final float POINTS_PAR_MM = 72 / 25.4f;

    @Test
    void laLettreDitLesMotsDuGuide() throws IOException {
        String texte = texte(pdf(List.of(LettresDEssai.lettre(0, MotifCourrier.PREMIER))), 1);

        assertThat(texte)
                .contains(
                        "En ce qui concerne votre compte d’accès aux services en ligne :",
                        "Vous trouverez ci-dessous, l’identifiant et le mot de passe de votre compte internet pour"
                                + " accéder aux services proposés par le Collège du Moulin pour Florian DURAND :",
                        "Identifiant : cristelle.durand0",
                        "Mot de passe * : KTRM-7HPC-X4DN",
                        "* Mot de passe provisoire, à modifier lors de la première connexion.",
                        "Saint-Aubin-du-Moulin, le 23 novembre 2026",
                        "jusqu’au 21 février 2027",
                        "https://teleservices.exemple.fr/teleservices")
                .doesNotContain("remplace le précédent");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    @EssaiLong("deux lettres, et cinquante ; LettresPdfTest garde une lettre et vingt-six")
    void deuxLettresOuUneClasseTiennentChacuneSurSaPage(int nombre) throws IOException {
        chaqueLettreTientSurSaPageBaliseeEtConforme(nombre);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 26})
    void chaqueLettreTientSurSaPageBaliseeEtConforme(int nombre) throws IOException {
        byte[] pdf = pdf(IntStream.range(0, nombre)
                .mapToObj(rang -> LettresDEssai.lettre(rang, MotifCourrier.PREMIER))
                .toList());

        assertThat(ConformitePdf.defauts(pdf)).isEmpty();
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            assertThat(lu.getNumberOfPages()).isEqualTo(nombre);
            assertThat(lu.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(lu.getDocumentInformation().getTitle()).isNotBlank();
            List<String> balises = new ArrayList<>();
            parcourir(lu.getDocumentCatalog().getStructureTreeRoot(), balises);
            assertThat(balises.stream().filter("H1"::equals)).hasSize(nombre);
            List<Integer> signets = new ArrayList<>();
            for (PDOutlineItem signet :
                    lu.getDocumentCatalog().getDocumentOutline().children()) {
                signets.add(lu.getPages().indexOf(signet.findDestinationPage(lu)));
            }
            assertThat(signets)
                    .containsExactlyElementsOf(
                            IntStream.range(0, nombre).boxed().toList());
        }
        assertThat(texte(pdf, nombre)).contains("cristelle.durand" + (nombre - 1));
    }

    @Test
    void uneLettreRefaiteDitCeQuElleRemplace() throws IOException {
        byte[] pdf = pdf(List.of(
                LettresDEssai.lettre(25, MotifCourrier.REIMPRESSION),
                LettresDEssai.lettre(26, MotifCourrier.REINITIALISATION)));

        assertThat(texte(pdf, 1))
                .contains("cristelle.durand25", "Florian DURAND et Noé DURAND", "remplace le précédent");
        assertThat(texte(pdf, 2)).contains("Le mot de passe que vous aviez choisi ne sert plus");
    }

    @Test
    void lAdresseEstDevantLaFenetreDeLEnveloppe() throws IOException {
        byte[] pdf = pdf(List.of(
                LettresDEssai.lettre(0, MotifCourrier.PREMIER), LettresDEssai.lettre(2, MotifCourrier.PREMIER)));

        assertThat(fenetre(pdf, 0))
                .containsExactly(
                        "Mme Cristelle Durand",
                        "Résidence des Érables",
                        "12 bis rue de l’Hôtel-de-Ville",
                        "33140 CADAUJAC");
        assertThat(fenetre(pdf, 1))
                .containsExactly("M. Cristelle Durand", "À remettre par Florian DURAND, classe 6e A");
    }

    @Test
    void laClasseEtLEleveSeLisentDUnePileDeLettres() throws IOException {
        byte[] pdf = pdf(List.of(LettresDEssai.lettre(1, MotifCourrier.PREMIER)));
        Map<String, Float> tailles = new HashMap<>();
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String texte, List<TextPosition> signes) {
                    tailles.put(
                            texte.replace('\u00a0', ' ').strip(), signes.get(0).getFontSizeInPt());
                }
            }.getText(lu);
        }
        assertThat(tailles).containsKeys("Classe 6e A – Florian DURAND", "Classe 5e B – Noé DURAND");
        assertThat(tailles.get("Classe 6e A – Florian DURAND")).isGreaterThanOrEqualTo(14);
        assertThat(tailles.get("Classe 5e B – Noé DURAND")).isGreaterThanOrEqualTo(14);
        assertThat(texte(pdf, 1)).contains("Ses frères et sœurs peuvent venir par d’autres courriers");
    }

    @Test
    void deuxElevesDuMemeNomNeSeConfondentPas() throws IOException {
        Lettre modele = LettresDEssai.lettre(0, MotifCourrier.PREMIER);
        Destinataire lu = modele.destinataire();
        Eleve un = lu.eleves().get(0);
        Eleve autre = new Eleve(99, un.nom(), un.prenom(), un.dateNaissance(), un.etablissement(), "5e B");
        Lettre lettre = new Lettre(
                new Destinataire(
                        lu.compte(), lu.adresse(), lu.etablissement(), List.of(un, autre), lu.motif(), false, null),
                modele.motDePasse(),
                modele.code(),
                modele.faiteLe(),
                modele.expireLe());
        assertThat(texte(pdf(List.of(lettre)), 1)).contains("pour Florian DURAND (6e A) et Florian DURAND (5e B)");
    }

    @ParameterizedTest
    @CsvSource({
        "Анна, Иванова, Анна Иванова",
        "Γιώργος, Παπαδόπουλος, Γιώργος Παπαδόπουλος",
        "محمد, بن علي, محمد بن علي",
        "小明, 王, xiǎo míng wáng",
        "Léa \uD83D\uDE42, Durand, Léa Durand"
    })
    void unNomDeTouteEcritureSImprime(String prenom, String nom, String lu) throws IOException {
        byte[] pdf = pdf(List.of(LettresDEssai.lettre(prenom, nom)));
        assertThat(ConformitePdf.defauts(pdf)).isEmpty();
        assertThat(fenetre(pdf, 0).get(0).replaceAll(" +", " ")).isEqualTo("Mme " + lu);
        assertThat(texte(pdf, 1)).contains("KTRM-7HPC-X4DN").doesNotContain("#");
    }

    private static byte[] pdf(List<Lettre> lettres) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        LettresDEssai.misesEnPages().ecrire(lettres, "https://teleservices.exemple.fr/teleservices", sortie);
        return sortie.toByteArray();
    }

    /** Le texte d'une page, sur une ligne, sans coupures ni espaces insécables. */
    private static String texte(byte[] pdf, int page) throws IOException {
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            PDFTextStripper lecture = new PDFTextStripper();
            lecture.setStartPage(page);
            lecture.setEndPage(page);
            return lecture.getText(lu)
                    .replace('\u00a0', ' ')
                    .replaceAll("(?<=\\p{Ll})-\\s*\\R(?=\\p{Ll})", "")
                    .replaceAll("\\s+", " ");
        }
    }

    /** Les lignes lues dans la fenêtre d'une enveloppe DL : à 100 mm du bord gauche, de 45 à 85 mm du haut. */
    private static List<String> fenetre(byte[] pdf, int page) throws IOException {
        try (PDDocument lu = Loader.loadPDF(pdf)) {
            PDFTextStripperByArea lecture = new PDFTextStripperByArea();
            lecture.addRegion(
                    "fenetre",
                    new java.awt.geom.Rectangle2D.Float(
                            100 * POINTS_PAR_MM, 45 * POINTS_PAR_MM, 95 * POINTS_PAR_MM, 40 * POINTS_PAR_MM));
            lecture.extractRegions(lu.getPage(page));
            return lecture.getTextForRegion("fenetre")
                    .replace('\u00a0', ' ')
                    .lines()
                    .map(String::strip)
                    .filter(ligne -> !ligne.isEmpty())
                    .toList();
        }
    }

    private static void parcourir(PDStructureNode noeud, List<String> balises) {
        for (Object enfant : noeud.getKids()) {
            if (enfant instanceof PDStructureElement element) {
                balises.add(element.getStructureType());
                parcourir(element, balises);
            }
        }
    }
}
