package fr.academie.teleservices.alimentation.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Des livraisons de chaque forme, et ce qu'on attend de chacune ; celles d'un dossier voisin du projet aussi, s'il est là. */
class EchantillonsDeLAafTest {

    private static final Path NOTRES = Path.of("src/test/resources/alimentation");
    private static final Path VOISINS = Path.of("../shared/samples/alimentation");

    private static RecuDeLAaf lire(Path livraison) throws Exception {
        try (LivraisonAaf ouverte = LivraisonAaf.ouvrir(livraison, livraison)) {
            return new RecuDeLAaf().lire(ouverte);
        }
    }

    private static String resume(RecuDeLAaf recu) {
        return recu.etablissements.size() + " établissements, " + recu.personnes.size() + " personnes, "
                + recu.eleves.size() + " élèves, " + recu.liens.size() + " liens, " + recu.classes.size() + " classes, "
                + recu.changements.size() + " changements, " + recu.retraits + ", " + recu.codes();
    }

    private static Stream<DynamicTest> attendre(String dossier, String resume) {
        return Stream.of(NOTRES, VOISINS)
                .map(racine -> racine.resolve(dossier))
                .filter(Files::isDirectory)
                .map(chemin -> DynamicTest.dynamicTest(
                        chemin.toString(),
                        () -> assertThat(resume(lire(chemin))).isEqualTo(resume)));
    }

    @TestFactory
    Stream<DynamicTest> uneLivraisonCompleteSeLitEntiere() {
        return attendre(
                "aaf-complet",
                "3 établissements, 6 personnes, 5 élèves, 7 liens, 6 classes, 0 changements, [], [LIEN_EN_DOUBLE]");
    }

    @TestFactory
    Stream<DynamicTest> desDifferencesSeLisentEnEffetNet() {
        return attendre(
                "aaf-delta",
                "0 établissements, 1 personnes, 0 élèves, 0 liens, 0 classes, 4 changements, [PersRelEleve 2966666, Eleve"
                        + " 2600003], []");
    }

    /** Ces deux-là n'ont pas de fichier d'établissements : la livraison est refusée, ses fichiers se lisent. */
    @TestFactory
    Stream<DynamicTest> uneLivraisonSansEtablissementsEstRefuseeEtSesFichiersSeLisent() {
        return Stream.of("aaf-1d", "aaf-ancien")
                .map(VOISINS::resolve)
                .filter(Files::isDirectory)
                .map(chemin -> DynamicTest.dynamicTest(chemin.toString(), () -> {
                    assertThat(catchThrowableOfType(FichierRefuse.class, () -> lire(chemin))
                                    .remarque()
                                    .code())
                            .isEqualTo(CodeRemarque.CATEGORIE_MANQUANTE);
                    RecuDeLAaf recu = lireLesFichiers(chemin);
                    assertThat(recu.remarques).isEmpty();
                    assertThat(recu.eleves).hasSize(1);
                    assertThat(recu.liens)
                            .allMatch(lien -> recu.personnes.stream()
                                    .anyMatch(personne -> personne.numero().equals(lien.personne())));
                }));
    }

    private static RecuDeLAaf lireLesFichiers(Path dossier) throws Exception {
        RecuDeLAaf recu = new RecuDeLAaf();
        TraductionAaf traduction = new TraductionAaf(recu, recu.bilan);
        List<Path> fichiers;
        try (Stream<Path> tous = Files.list(dossier)) {
            fichiers = tous.sorted().toList();
        }
        for (Path fichier : fichiers) {
            String nom = String.valueOf(fichier.getFileName());
            Categorie categorie = nom.contains("PersRelEleve") ? Categorie.PERSONNE : Categorie.ELEVE;
            try (var flux = Files.newInputStream(fichier)) {
                LecteurAaf.lire(
                        new SommaireAaf.Fichier(categorie, nom), true, flux, traduction::traduire, recu.remarques::add);
            }
        }
        return recu;
    }

    @TestFactory
    Stream<DynamicTest> uneExtractionDOndeEstRefusee() {
        return Stream.of(VOISINS.resolve("premier-degre"))
                .filter(Files::isDirectory)
                .map(chemin -> DynamicTest.dynamicTest(
                        chemin.toString(),
                        () -> assertThat(catchThrowableOfType(FichierRefuse.class, () -> lire(chemin))
                                        .remarque()
                                        .code())
                                .isEqualTo(CodeRemarque.EXTRACTION_ONDE)));
    }

    /** La nôtre : trois établissements dont une école, une entité de HTML, l'ancienne nomenclature. */
    @Test
    void notreLivraisonSeLitEntiere() throws Exception {
        RecuDeLAaf recu = lire(NOTRES.resolve("aaf"));
        assertThat(resume(recu))
                .isEqualTo(
                        "2 établissements, 3 personnes, 2 élèves, 3 liens, 2 classes, 0 changements, [], [LIEN_EN_DOUBLE]");
        assertThat(recu.personnes.get(0).nomFamille()).isEqualTo("D’ARTAGNAN");
        assertThat(recu.liens.stream()
                        .map(l -> l.niveau().code() + ":" + l.parente().code()))
                .containsExactly("1:20", "1:10", "3:39");
    }
}
