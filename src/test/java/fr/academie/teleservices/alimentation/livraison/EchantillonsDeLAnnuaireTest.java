package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.demonstration.donnees.DonneesDeDemonstration;
import fr.academie.teleservices.demonstration.donnees.FichiersAImporter;
import fr.academie.teleservices.essais.BaseDEssai;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Des livraisons de chaque forme, importées : ce qui est lu est appliqué, inchangé ou refusé. Les nôtres, celles d'un dossier voisin du
 * projet s'il est là, et celles de la démonstration.
 */
class EchantillonsDeLAnnuaireTest {

    private static final Path NOTRES = Path.of("src/test/resources/alimentation");
    private static final Path VOISINS = Path.of("../shared/samples/alimentation");

    private static final String ETABLISSEMENT = """
        <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
        <ficAlimMENESR><addRequest><identifier><id>%s</id></identifier><attributes>
        <attr name="ENTStructureUAI"><value>%s</value></attr>
        <attr name="ENTStructureNomCourant"><value>ESSAI</value></attr>
        </attributes></addRequest></ficAlimMENESR>
        """;

    private final BaseDEssai base = BaseDEssai.partagee();
    private AtelierDImport atelier = new AtelierDImport(base);

    @TempDir
    private Path dossier;

    @BeforeEach
    void vider() {
        base.vider();
        atelier = new AtelierDImport(base);
    }

    private Livraison importer(Path livraison) throws Exception {
        Livraison lue = atelier.preparer(livraison);
        assertThat(lue.compteurs().parSorte().values()).allMatch(Decompte::juste);
        atelier.livraisons.valider(lue, AtelierDImport.EXPLOITATION, true);
        atelier.appliquer(lue, 3);
        atelier.atelier.horloge.avancer(Duration.ofHours(1));
        Livraison finie = atelier.livraisons.relire(lue).orElseThrow();
        assertThat(finie.etat()).isEqualTo(EtatLivraison.APPLIQUEE);
        return finie;
    }

    private List<String> liens() {
        return base.lire(
                "SELECT r.identifiant, e.prenom, l.niveau, l.lien, l.etat FROM rattachement AS l JOIN responsable AS r"
                        + " ON r.id = l.responsable_id JOIN eleve AS e ON e.id = l.eleve_id ORDER BY 1, 2");
    }

    private static Stream<DynamicTest> voisin(String nom, Essai essai) {
        return Stream.of(VOISINS.resolve(nom))
                .filter(Files::isDirectory)
                .map(chemin -> DynamicTest.dynamicTest(chemin.toString(), () -> essai.faire(chemin)));
    }

    private interface Essai {
        void faire(Path livraison) throws Exception;
    }

    @Test
    void laNotre() throws Exception {
        importer(NOTRES.resolve("aaf"));
        assertThat(liens())
                .as("un foyer porte un lien, et n'a pas de compte")
                .containsExactly("aurelie.dartagnan|Léo|1|10|ACTIF", "luc.porthos|Léo|1|20|ACTIF");
        assertThat(base.compter("SELECT COUNT(*) FROM etablissement")).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> laCompletePuisSesDifferences() {
        return voisin("aaf-complet", complete -> {
            vider();
            importer(complete);
            assertThat(liens())
                    .containsExactly(
                            "jean.coeurdelys|Aïssatou|1|20|ACTIF",
                            "marieeve.lefevre|Aïssatou|1|10|ACTIF",
                            "marieeve.lefevre|Théo|2|39|ACTIF",
                            "marieeve.lefevre1|Noé|1|10|ACTIF",
                            "rui.dalmeida|Théo|1|20|ACTIF");
            assertThat(base.lire("SELECT uai, nature FROM etablissement ORDER BY 1"))
                    .containsExactly("0330001X|COLLEGE", "0330002Y|LYCEE", "0330003Z|AUTRE");
            importer(VOISINS.resolve("aaf-delta"));
            assertThat(liens())
                    .containsExactly(
                            "jean.coeurdelys|Aïssatou|1|20|RETIRE",
                            "marieeve.lefevre|Aïssatou|1|10|ACTIF",
                            "marieeve.lefevre|Théo|2|39|ACTIF",
                            "marieeve.lefevre1|Noé|1|10|RETIRE",
                            "rui.dalmeida|Théo|1|20|ACTIF");
            assertThat(base.lire("SELECT mail, telephone_portable FROM identite_responsable ORDER BY numero LIMIT 3"))
                    .containsExactly(
                            "autre@exemple.fr|+33612345678", "famille@exemple.fr|∅", "rui@exemple.fr|+590690123456");
        });
    }

    @TestFactory
    Stream<DynamicTest> lePremierDegre() {
        return voisin("aaf-1d", sansEtablissement -> {
            vider();
            Path entiere = completer(sansEtablissement, "ENT1D-ENT04_Complet_20261123", "900");
            assertThat(importer(entiere).perimetre()).isEqualTo("bordeaux-1D");
            assertThat(liens()).containsExactly("marieeve.lefevre|Ève|1|10|ACTIF");
            assertThat(base.lire("SELECT classe FROM eleve"))
                    .containsExactly("01 COURS PREPARATOIRE-COURS ELEMENTAIRE 1");
        });
    }

    @TestFactory
    Stream<DynamicTest> lAncienneNomenclature() {
        return voisin("aaf-ancien", sansEtablissement -> {
            vider();
            importer(completer(sansEtablissement, "FULL_ENTTS_Complet_20130117", "501"));
            assertThat(liens())
                    .containsExactly(
                            "aicha.roux|Zoé|3|39|ACTIF",
                            "lea.roux|Zoé|1|10|ACTIF",
                            "paul.roux|Zoé|1|20|ACTIF",
                            "zoe.roux|Zoé|3|70|ACTIF");
        });
    }

    @TestFactory
    Stream<DynamicTest> ceQuiNEstPasUneLivraison() {
        return Stream.of("aaf-1d", "premier-degre", "siecle", "siecle-hostile")
                .flatMap(nom -> voisin(nom, chemin -> {
                    vider();
                    assertThat(catchThrowableOfType(FichierRefuse.class, () -> atelier.preparer(chemin))
                                    .remarque()
                                    .code())
                            .isIn(
                                    CodeRemarque.CATEGORIE_MANQUANTE,
                                    CodeRemarque.EXTRACTION_ONDE,
                                    CodeRemarque.LIVRAISON_SANS_FICHIER);
                    assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isZero();
                }));
    }

    private Path completer(Path livraison, String prefixe, String structure) throws Exception {
        Path entiere = Files.createTempDirectory(dossier, "livraison");
        try (Stream<Path> fichiers = Files.list(livraison)) {
            for (Path fichier : fichiers.toList()) {
                Files.copy(fichier, entiere.resolve(String.valueOf(fichier.getFileName())));
            }
        }
        Files.writeString(
                entiere.resolve(prefixe + "_EtabEducNat_0000.xml"), ETABLISSEMENT.formatted(structure, "0330001A"));
        return entiere;
    }

    /** Les familles que la démonstration connaît sont reconnues ; les autres reçoivent leur compte. */
    @Test
    void cellesDeLaDemonstration() throws Exception {
        atelier.atelier.horloge.arreterA(java.time.Instant.parse("2026-11-22T10:00:00Z"));
        DonneesDeDemonstration.remplir(base.source(), atelier.atelier.horloge);
        FichiersAImporter poses = FichiersAImporter.poser(dossier, atelier.atelier.horloge);
        importer(poses.annuaireComplet());
        assertThat(base.lire("SELECT i.numero, r.identifiant, r.etat FROM identite_responsable AS i"
                        + " JOIN responsable AS r ON r.id = i.responsable_id WHERE i.source = 'AAF' ORDER BY 1"))
                .as("reconnus, puis créés")
                .contains("2910004|fanny.laborde|CREE", "2910005|eric.dornano|CREE")
                .hasSize(5);
        assertThat(base.lire("SELECT t.nom FROM identite_etablissement AS i JOIN etablissement AS t ON t.uai = i.uai"
                        + " ORDER BY 1"))
                .containsExactly("Collège Les Tilleuls", "Lycée des Deux-Rives");
        importer(poses.annuaireDelta());
        assertThat(liens())
                .contains(
                        "fanny.laborde|Maël|1|10|ACTIF",
                        "hugo.laborde|Maël|1|20|ACTIF",
                        "eric.dornano|Chloé|1|20|RETIRE");
    }
}
