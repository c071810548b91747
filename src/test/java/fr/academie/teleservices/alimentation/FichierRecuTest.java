package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FichierRecuTest {

    private static final byte[] XML = "<r><v>Théo</v></r>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dossier;

    private Path poser(byte[] contenu) throws IOException {
        return Files.write(dossier.resolve("recu"), contenu);
    }

    private static byte[] zip(byte[] contenu, String... noms) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(octets)) {
            for (String nom : noms) {
                archive.putNextEntry(new ZipEntry(nom));
                archive.write(contenu);
            }
        }
        return octets.toByteArray();
    }

    private CodeRemarque refus(byte[] contenu) throws IOException {
        Path chemin = poser(contenu);
        return catchThrowableOfType(FichierRefuse.class, () -> {
                    try (FichierRecu fichier = FichierRecu.ouvrir("recu", chemin)) {
                        LecteurXml xml = LectureXml.ouvrir(fichier.nom(), fichier.flux());
                        xml.racine();
                        xml.finir();
                    }
                })
                .remarque()
                .code();
    }

    @Test
    void unXmlSeLitSeulOuDansUneArchive() throws Exception {
        for (byte[] contenu : new byte[][] {XML, zip(XML, "a.xml")}) {
            try (FichierRecu fichier = FichierRecu.ouvrir("recu", poser(contenu))) {
                assertThat(fichier.flux().readAllBytes()).isEqualTo(XML);
            }
        }
    }

    @Test
    void uneArchiveDUnSeulFichierOuRien() throws IOException {
        assertThat(refus(new byte[0])).isEqualTo(CodeRemarque.VIDE);
        assertThat(refus(zip(XML))).isEqualTo(CodeRemarque.ARCHIVE_VIDE);
        assertThat(refus(zip(XML, "a.xml", "b.xml"))).isEqualTo(CodeRemarque.ARCHIVE_DE_PLUSIEURS);
        assertThat(refus(zip(new byte[0], "a.xml"))).isEqualTo(CodeRemarque.VIDE);
        assertThat(refus(zip(zip(XML, "a.xml"), "a.zip"))).isEqualTo(CodeRemarque.ARCHIVE_IMBRIQUEE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.xml", "dossier/a.xml", "/a.xml", "C:a.xml", "..\\a.xml", "a\nb.xml"})
    void unCheminEstRefuse(String nom) throws IOException {
        assertThat(refus(zip(XML, nom))).isEqualTo(CodeRemarque.ARCHIVE_AVEC_CHEMIN);
    }

    @Test
    void uneArchiveCoupeeOuAbimeeEstRefusee() throws IOException {
        byte[] entiere =
                zip("<r>un texte qui varie : 0123456789 abcdefghij</r>".getBytes(StandardCharsets.UTF_8), "a.xml");
        assertThat(refus(Arrays.copyOf(entiere, entiere.length - 30))).isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
        assertThat(refus(Arrays.copyOf(entiere, 20))).isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
        byte[] abimee = entiere.clone();
        abimee[50] ^= 0x55;
        assertThat(refus(abimee)).isIn(CodeRemarque.ARCHIVE_ABIMEE, CodeRemarque.BALISE_MAL_FERMEE);
    }

    /** Un octet changé qui laisse un XML bien formé : seule la somme de contrôle le voit. */
    @Test
    void uneSommeDeControleFausseEstVue() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(octets)) {
            archive.setLevel(0);
            archive.putNextEntry(new ZipEntry("a.xml"));
            archive.write("<r><v>Theo</v></r>".getBytes(StandardCharsets.UTF_8));
        }
        byte[] abimee = octets.toByteArray();
        int place = new String(abimee, StandardCharsets.ISO_8859_1).indexOf("Theo");
        abimee[place] = 'L';
        assertThat(refus(abimee)).isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
    }

    @Test
    void uneArchiveTropGonfleeEstRefusee() throws IOException {
        byte[] bombe = ("<r>" + "<v/>".repeat(5_000_000) + "</r>").getBytes(StandardCharsets.US_ASCII);
        assertThat(refus(zip(bombe, "a.xml"))).isEqualTo(CodeRemarque.ARCHIVE_DEMESUREE);
    }

    @Test
    void uneExtractionDOndeEstReconnueSeuleOuDansUneArchive() throws IOException {
        byte[] onde =
                "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Nom de famille enfant\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refus(onde)).isEqualTo(CodeRemarque.EXTRACTION_ONDE);
        assertThat(refus(zip(onde, "a.csv"))).isEqualTo(CodeRemarque.EXTRACTION_ONDE);
        assertThat(refus("nom;prénom\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(CodeRemarque.NI_XML_NI_ARCHIVE);
    }
}
