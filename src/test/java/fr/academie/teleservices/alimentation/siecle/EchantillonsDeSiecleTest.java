package fr.academie.teleservices.alimentation.siecle;

import static fr.academie.teleservices.alimentation.CodeRemarque.ARCHIVE_AVEC_CHEMIN;
import static fr.academie.teleservices.alimentation.CodeRemarque.ARCHIVE_DEMESUREE;
import static fr.academie.teleservices.alimentation.CodeRemarque.ARCHIVE_DE_PLUSIEURS;
import static fr.academie.teleservices.alimentation.CodeRemarque.ARCHIVE_VIDE;
import static fr.academie.teleservices.alimentation.CodeRemarque.AUTRE_ANNEE;
import static fr.academie.teleservices.alimentation.CodeRemarque.AUTRE_ETABLISSEMENT;
import static fr.academie.teleservices.alimentation.CodeRemarque.BALISE_MAL_FERMEE;
import static fr.academie.teleservices.alimentation.CodeRemarque.CARACTERE_INTERDIT;
import static fr.academie.teleservices.alimentation.CodeRemarque.ENCODAGE_CONTREDIT;
import static fr.academie.teleservices.alimentation.CodeRemarque.ENTITE_INCONNUE;
import static fr.academie.teleservices.alimentation.CodeRemarque.TRONQUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Des exports de chaque forme, et ce qu'on attend de chacun : les nôtres, et ceux, plus nombreux, qu'un dossier voisin du projet peut porter.
 */
class EchantillonsDeSiecleTest {

    private static final Path NOTRES = Path.of("src/test/resources/alimentation");
    private static final Path VOISINS = Path.of("../shared/samples/alimentation");

    private static final ReglesDEnTete REGLES =
            new ReglesDEnTete(Set.of("0330001X"), null, Instant.parse("2026-11-25T08:00:00Z"));

    /** Un code et sa ligne ; 0 si le fichier entier est en cause. */
    private record Refus(CodeRemarque code, int ligne) {}

    private static final Map<String, Refus> REFUSES = Map.ofEntries(
            Map.entry("annee-passee.xml", new Refus(AUTRE_ANNEE, 0)),
            Map.entry("autre-uaj.xml", new Refus(AUTRE_ETABLISSEMENT, 0)),
            Map.entry("balise-mal-fermee.xml", new Refus(BALISE_MAL_FERMEE, 18)),
            Map.entry("bombe.zip", new Refus(ARCHIVE_DEMESUREE, 0)),
            Map.entry("chemin.zip", new Refus(ARCHIVE_AVEC_CHEMIN, 0)),
            Map.entry("controle.xml", new Refus(CARACTERE_INTERDIT, 15)),
            Map.entry("deux-fichiers.zip", new Refus(ARCHIVE_DE_PLUSIEURS, 0)),
            Map.entry("mauvais-encodage-utf8-declare-latin.xml", new Refus(ENCODAGE_CONTREDIT, 6)),
            Map.entry("tronque.xml", new Refus(TRONQUE, 11)),
            Map.entry("vide.zip", new Refus(ARCHIVE_VIDE, 0)),
            Map.entry("coupe-en-plein-nom.xml", new Refus(TRONQUE, 14)),
            Map.entry("xxe-dans-l-en-tete.xml", new Refus(ENTITE_INCONNUE, 3)),
            Map.entry("xxe.xml", new Refus(ENTITE_INCONNUE, 3)));

    private final Recu recu = new Recu(REGLES);
    private final LecteurSiecle lecteur = new LecteurSiecle(recu);

    private static List<Path> dossiers() {
        return Stream.of(NOTRES, VOISINS).filter(Files::isDirectory).toList();
    }

    @TestFactory
    Stream<DynamicTest> chaqueFichierHostileEstRefuse() {
        return dossiers().stream()
                .map(dossier -> dossier.resolve("siecle-hostile"))
                .flatMap(dossier -> REFUSES.keySet().stream().sorted().map(dossier::resolve))
                .filter(Files::exists)
                .map(fichier -> DynamicTest.dynamicTest(fichier.toString(), () -> estRefuse(fichier)));
    }

    private static void estRefuse(Path fichier) {
        Remarque refus = catchThrowableOfType(
                        FichierRefuse.class,
                        () -> new LecteurSiecle(new Recu(REGLES))
                                .lire(fichier.getFileName().toString(), fichier))
                .remarque();
        assertThat(new Refus(refus.code(), refus.ligne()))
                .isEqualTo(REFUSES.get(fichier.getFileName().toString()));
    }

    @TestFactory
    Stream<DynamicTest> laPaireDUnEtablissementTombeJuste() {
        return Stream.of(VOISINS.resolve("siecle"))
                .filter(Files::isDirectory)
                .flatMap(dossier -> Stream.of(
                        List.of(
                                dossier.resolve("ElevesSansAdresses.xml"),
                                dossier.resolve("ResponsablesAvecAdresses.xml")),
                        // Dans l'autre ordre, et en archives.
                        List.of(
                                dossier.resolve("ExportXML_ResponsablesAvecAdresses.zip"),
                                dossier.resolve("ExportXML_ElevesSansAdresses.zip"))))
                .map(paire -> DynamicTest.dynamicTest(paire.toString(), () -> tombeJuste(paire)));
    }

    private static void tombeJuste(List<Path> paire) throws Exception {
        Recu recu = new Recu(REGLES);
        LecteurSiecle lecteur = new LecteurSiecle(recu);
        lecteur.lire("un", paire.get(0), "autre", paire.get(1));
        assertThat(recu.lignesEtCodes())
                .containsExactly(
                        "13 CHAMP_VIDE",
                        "14 DATE_IMPOSSIBLE",
                        "21 CLASSE_EN_DOUBLE",
                        "24 ELEVE_INCONNU",
                        "10 PORTABLE_FIXE",
                        "14 MAIL_ILLISIBLE",
                        "14 TELEPHONE_ILLISIBLE",
                        "26 NIVEAU_ABSENT",
                        "27 ELEVE_INCONNU",
                        "28 PERSONNE_INCONNUE",
                        "29 LIEN_EN_DOUBLE",
                        "30 PARENTE_INCONNUE");
        assertThat(lecteur.bilan().juste()).isTrue();
        assertThat(lecteur.bilan().lus(Sorte.ELEVE)).isEqualTo(10);
        assertThat(lecteur.bilan().gardes(Sorte.ELEVE)).isEqualTo(8);
        assertThat(lecteur.bilan().gardes(Sorte.CLASSE)).isEqualTo(5);
        assertThat(lecteur.bilan().lus(Sorte.PERSONNE)).isEqualTo(9);
        assertThat(lecteur.bilan().gardes(Sorte.PERSONNE)).isEqualTo(9);
        assertThat(lecteur.bilan().lus(Sorte.LIEN)).isEqualTo(14);
        assertThat(lecteur.bilan().gardes(Sorte.LIEN)).isEqualTo(9);
        assertThat(recu.eleves.get(0).nom()).isEqualTo("CŒURDELYS");
        assertThat(recu.personnes.get(3).portable()).isEqualTo("+590690123456");
    }

    /** Les nôtres : la paire du Moulin, telle que SIECLE l'écrit. */
    @Test
    void laPaireDuMoulinEstGardeeEntiere() throws Exception {
        Path dossier = NOTRES.resolve("siecle");
        lecteur.lire(
                "ElevesSansAdresses.xml",
                dossier.resolve("ElevesSansAdresses.xml"),
                "ResponsablesAvecAdresses.xml",
                dossier.resolve("ResponsablesAvecAdresses.xml"));
        assertThat(recu.remarques).isEmpty();
        assertThat(recu.eleves).hasSize(3);
        assertThat(recu.personnes).hasSize(4);
        assertThat(recu.liens).hasSize(5);
        assertThat(recu.eleves.get(1).nom()).isEqualTo("LŒUILLET");
    }

    @TestFactory
    Stream<DynamicTest> lAncienExportSeLitSaufSonAnnee() {
        return Stream.of(NOTRES, VOISINS)
                .map(dossier -> dossier.resolve("siecle-ancien/ResponsablesAvecAdresses.xml"))
                .filter(Files::exists)
                .map(fichier -> DynamicTest.dynamicTest(fichier.toString(), () -> {
                    Recu sansRegle = new Recu();
                    LecteurSiecle ancien = new LecteurSiecle(sansRegle);
                    ancien.lire("ResponsablesAvecAdresses.xml", fichier);
                    assertThat(sansRegle.personnes).hasSize(3);
                    // Les élèves n'ont pas été lus : aucun lien n'est pris.
                    assertThat(sansRegle.codes()).containsExactly(CodeRemarque.ELEVE_INCONNU);
                    assertThat(ancien.bilan().juste()).isTrue();
                    Remarque refus = catchThrowableOfType(
                                    FichierRefuse.class,
                                    () -> new LecteurSiecle(new Recu(REGLES))
                                            .lire("ResponsablesAvecAdresses.xml", fichier))
                            .remarque();
                    assertThat(refus.code()).isEqualTo(AUTRE_ANNEE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> unNomDeCinqMilleLettresNeRefuseQueSaLigne() {
        return Stream.of(VOISINS.resolve("siecle-hostile/nom-5000.xml"), NOTRES.resolve("siecle-hostile/nom-5000.xml"))
                .filter(Files::exists)
                .map(fichier -> DynamicTest.dynamicTest(fichier.toString(), () -> {
                    Recu autre = new Recu(REGLES);
                    new LecteurSiecle(autre).lire("nom-5000.xml", fichier);
                    assertThat(autre.codes()).contains(CodeRemarque.TROP_LONG);
                    assertThat(autre.eleves).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> lesExportsPubliesSeLisentOuDisentOuIlsSontMalFormes() {
        Path dossier = Path.of("../shared/samples/siecle");
        return Stream.of(
                        "eleves_avec_adresse_simple.xml BALISE_MAL_FERMEE 139",
                        "nomenclature_simple.xml PAS_UN_EXPORT 2",
                        "eleves_avec_adresse_avec_double_structure.xml 1",
                        "responsables_avec_adresses_simple.xml 3")
                .map(attendu -> attendu.split(" "))
                .filter(attendu -> Files.exists(dossier.resolve(attendu[0])))
                .map(attendu -> DynamicTest.dynamicTest(
                        attendu[0], () -> publie(dossier.resolve(attendu[0]), List.of(attendu))));
    }

    private static void publie(Path fichier, List<String> attendu) throws Exception {
        Recu autre = new Recu();
        if (attendu.size() == 2) {
            new LecteurSiecle(autre).lire("f.xml", fichier);
            assertThat(autre.eleves.size() + autre.personnes.size()).isEqualTo(Integer.parseInt(attendu.get(1)));
        } else {
            Remarque refus = catchThrowableOfType(
                            FichierRefuse.class, () -> new LecteurSiecle(autre).lire("f.xml", fichier))
                    .remarque();
            assertThat(refus.code() + " " + refus.ligne()).isEqualTo(attendu.get(1) + " " + attendu.get(2));
        }
    }
}
