package fr.academie.teleservices.alimentation.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivraisonAafTest {

    private static final String VIDE = "<ficAlimMENESR/>";
    private static final List<String> NOMS = List.of(
            "ENT2D_Complet_20261123_Eleve_0000.xml",
            "ENT2D_Complet_20261123_Eleve_0001.xml",
            "ENT2D_Complet_20261123_EtabEducNat_0000.xml",
            "ENT2D_Complet_20261123_PersRelEleve_0000.xml");

    @TempDir
    private Path dossier;

    private static CodeRemarque refus(String... noms) {
        return catchThrowableOfType(FichierRefuse.class, () -> SommaireAaf.de("livraison", List.of(noms)))
                .remarque()
                .code();
    }

    private static String[] noms(String enMoins, String... enPlus) {
        return Stream.concat(NOMS.stream().filter(nom -> !nom.contains(enMoins)), Arrays.stream(enPlus))
                .toArray(String[]::new);
    }

    @Test
    void lesFichiersSeLisentDansLOrdre() throws FichierRefuse {
        SommaireAaf sommaire = SommaireAaf.de(
                "livraison", List.of(noms("-", "LISEZMOI.txt", "ENT2D_Complet_20261123_PersEducNat_0007.xml")));
        assertThat(sommaire.fichiers().stream().map(SommaireAaf.Fichier::nom))
                .containsExactly(NOMS.get(2), NOMS.get(3), NOMS.get(0), NOMS.get(1));
        assertThat(sommaire.complete()).isTrue();
        assertThat(sommaire.prefixe()).isEqualTo("ENT2D");
    }

    @Test
    void ceQuiManqueFaitRefuser() {
        assertThat(refus()).isEqualTo(CodeRemarque.LIVRAISON_SANS_FICHIER);
        assertThat(refus("a.xml")).isEqualTo(CodeRemarque.LIVRAISON_SANS_FICHIER);
        assertThat(refus(noms("Eleve_0000"))).isIn(CodeRemarque.FICHIER_MANQUANT, CodeRemarque.CATEGORIE_MANQUANTE);
        assertThat(refus(noms("_Eleve_0000"))).isEqualTo(CodeRemarque.FICHIER_MANQUANT);
        assertThat(refus(noms("EtabEducNat"))).isEqualTo(CodeRemarque.CATEGORIE_MANQUANTE);
        assertThat(refus(noms("PersRelEleve"))).isEqualTo(CodeRemarque.CATEGORIE_MANQUANTE);
        assertThat(refus(noms("-", "ENT2D_Complet_20261123_Eleve_0003.xml"))).isEqualTo(CodeRemarque.FICHIER_MANQUANT);
        assertThat(refus(noms("-", NOMS.get(0)))).isEqualTo(CodeRemarque.FICHIER_EN_DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENT2D_Delta_20261123_Eleve_0000.xml",
                "ENT2D_Complet_20261124_Eleve_0002.xml",
                "ENT1D_Complet_20261123_Eleve_0002.xml"
            })
    void deuxLivraisonsMeleesSontRefusees(String intrus) {
        assertThat(refus(noms("-", intrus))).isEqualTo(CodeRemarque.LIVRAISON_MELANGEE);
    }

    @ParameterizedTest
    @CsvSource({
        "ENT2D_Complet_20261323_Eleve_0000.xml",
        "ENT2D_Complet_20261123_Eleve_000.xml",
        "ENT2D_complet_20261123_Eleve_0000.xml",
        "../ENT2D_Complet_20261123_Eleve_0000.xml"
    })
    void unAutreNomNEstPasCeluiDeLAnnuaire(String nom) {
        assertThat(NomDeFichierAaf.lire(nom)).isEmpty();
    }

    @Test
    void desDifferencesPeuventNeRienDireDUneCategorie() throws FichierRefuse {
        assertThat(SommaireAaf.de("d", List.of("ENT2D_Delta_20261123_Eleve_0000.xml"))
                        .complete())
                .isFalse();
        assertThat(refus("ENT2D_Delta_20261123_Eleve_0001.xml")).isEqualTo(CodeRemarque.FICHIER_MANQUANT);
    }

    private Path zip(String... noms) throws IOException {
        Path chemin = dossier.resolve("livraison.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(chemin))) {
            for (String nom : noms) {
                archive.putNextEntry(new ZipEntry(nom));
                archive.write(VIDE.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return chemin;
    }

    private Path tgz(byte[] contenu, String... noms) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(octets)) {
            for (String nom : noms) {
                TarArchiveEntry entree = new TarArchiveEntry(nom, true);
                entree.setSize(contenu.length);
                archive.putArchiveEntry(entree);
                archive.write(contenu);
                archive.closeArchiveEntry();
            }
        }
        Path chemin = dossier.resolve("livraison.tgz");
        try (GZIPOutputStream sortie = new GZIPOutputStream(Files.newOutputStream(chemin))) {
            sortie.write(octets.toByteArray());
        }
        return chemin;
    }

    private Path tgz(String... noms) throws IOException {
        return tgz(VIDE.getBytes(StandardCharsets.US_ASCII), noms);
    }

    private String[] dans(String prefixe) {
        return NOMS.stream().map(nom -> prefixe + nom).toArray(String[]::new);
    }

    @Test
    void unDossierUnZipEtUnTgzDisentLaMemeChose() throws Exception {
        Path nu = Files.createDirectory(dossier.resolve("nu"));
        for (String nom : NOMS) {
            Files.writeString(nu.resolve(nom), VIDE);
        }
        Path travail = Files.createDirectory(dossier.resolve("travail"));
        for (Path chemin :
                List.of(nu, zip(dans("")), zip(dans("livraison/")), tgz(dans("")), tgz(dans("./livraison/")))) {
            try (LivraisonAaf livraison = LivraisonAaf.ouvrir(chemin, travail)) {
                assertThat(livraison.sommaire().fichiers()).hasSize(4);
                for (SommaireAaf.Fichier fichier : livraison.sommaire().fichiers()) {
                    assertThat(livraison.ouvrir(fichier).readAllBytes())
                            .asString()
                            .isEqualTo(VIDE);
                }
            }
            assertThat(travail).isEmptyDirectory();
        }
    }

    private CodeRemarque refus(Path chemin) {
        return catchThrowableOfType(FichierRefuse.class, () -> LivraisonAaf.ouvrir(chemin, dossier))
                .remarque()
                .code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "a/../../", "/", "C:", "..\\"})
    void unCheminQuiSortEstRefuse(String prefixe) throws IOException {
        assertThat(refus(zip(dans(prefixe)))).isEqualTo(CodeRemarque.ARCHIVE_AVEC_CHEMIN);
        assertThat(refus(tgz(dans(prefixe)))).isEqualTo(CodeRemarque.ARCHIVE_AVEC_CHEMIN);
    }

    @Test
    void uneArchiveHostileNeLaisseRienDerriere() throws IOException {
        assertThat(refus(tgz(new byte[60_000_000], NOMS.get(0)))).isEqualTo(CodeRemarque.ARCHIVE_DEMESUREE);
        assertThat(refus(tgz(NOMS.get(0), "a/" + NOMS.get(0)))).isEqualTo(CodeRemarque.FICHIER_EN_DOUBLE);
        assertThat(refus(Files.write(dossier.resolve("x.tgz"), new byte[100]))).isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
        byte[] coupee = Files.readAllBytes(tgz(dans("")));
        assertThat(refus(Files.write(dossier.resolve("y.tgz"), Arrays.copyOf(coupee, coupee.length - 20))))
                .isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
        assertThat(refus(Files.write(dossier.resolve("x.zip"), new byte[100]))).isEqualTo(CodeRemarque.ARCHIVE_ABIMEE);
        try (Stream<Path> restes = Files.list(dossier)) {
            assertThat(restes.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void uneExtractionDOndeASaPhrase() throws IOException {
        Path csv = dossier.resolve("CSVExtraction-responsables.csv");
        Files.writeString(
                csv, "Civilité Responsable;Nom responsable;Nom de famille enfant\r\n", StandardCharsets.ISO_8859_1);
        assertThat(refus(csv)).isEqualTo(CodeRemarque.EXTRACTION_ONDE);
        assertThat(refus(dossier)).isEqualTo(CodeRemarque.EXTRACTION_ONDE);
    }
}
