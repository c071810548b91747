package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.MotsDesRemarques;
import fr.academie.teleservices.alimentation.aaf.DossierSurveille;
import fr.academie.teleservices.alimentation.aaf.MotsDeLAnnuaire;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Taches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Une livraison déposée est prise quand elle ne grandit plus, appliquée, puis rangée avec son rapport. */
class DossierSurveilleTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final AtelierDImport atelier = new AtelierDImport(base);

    @TempDir
    private Path surveille;

    @TempDir
    private Path ailleurs;

    private DossierSurveille dossier;

    @BeforeEach
    void surveiller() {
        base.vider();
        dossier = unServeur();
    }

    private DossierSurveille unServeur() {
        return new DossierSurveille(
                atelier.annuaire,
                atelier.livraisons,
                new MotsDeLAnnuaire(
                        Atelier.textes(),
                        new MotsDesRemarques(Atelier.textes()),
                        atelier.atelier.heure,
                        Atelier.profil(Map.of())),
                Atelier.reglages(Map.of("alimentation.annuaire.dossier", surveille.toString())),
                atelier.atelier.horloge);
    }

    private Path deposer(Annuaire livraison, String nom) throws IOException {
        return Files.move(livraison.poser(ailleurs), surveille.resolve(nom));
    }

    private int passer() {
        atelier.atelier.horloge.avancer(Duration.ofSeconds(20));
        return dossier.taches().findFirst().orElseThrow().travail().getAsInt();
    }

    private void appliquer() {
        Taches.faire(base, atelier.application.tache());
    }

    private List<String> noms(String sous) throws IOException {
        try (Stream<Path> tous = Files.list(surveille.resolve(sous))) {
            return tous.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    @Test
    void uneLivraisonEstPriseAppliqueePuisRangee() throws Exception {
        Path deposee = deposer(ImportDeLAnnuaireTest.complet("20261124"), "lundi");
        for (int i = 0; i < 3; i++) {
            assertThat(passer()).isZero();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM livraison"))
                .as("une minute de calme")
                .isZero();
        passer();
        assertThat(base.lire("SELECT etat, confirmee_de FROM livraison"))
                .containsExactly("CONFIRMEE|dossier-surveille");
        assertThat(passer()).as("elle s'applique encore").isZero();
        appliquer();
        assertThat(passer()).isEqualTo(1);
        assertThat(deposee).doesNotExist();
        assertThat(noms("faites")).containsExactly("lundi", "lundi.rapport.csv", "lundi.rapport.txt");
        assertThat(Files.readString(surveille.resolve("faites/lundi.rapport.txt")))
                .startsWith("La livraison est appliquée.")
                .contains("Personnes\u00a0: 4 lignes lues");
        assertThat(Files.readString(surveille.resolve("faites/lundi.rapport.csv")))
                .contains("UAI_DOUTEUSE");
        assertThat(passer()).isZero();
    }

    @Test
    void ceQuiGranditNEstPasPris() throws Exception {
        Path deposee = deposer(ImportDeLAnnuaireTest.complet("20261124"), "lundi");
        Path eleves = deposee.resolve("ENT2DVA-ENT04_Complet_20261124_Eleve_0000.xml");
        for (int i = 0; i < 8; i++) {
            passer();
            Files.writeString(eleves, Files.readString(eleves, StandardCharsets.UTF_8) + "<!-- " + i + " -->\n");
        }
        assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isZero();
        for (int i = 0; i < 5; i++) {
            passer();
        }
        assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isEqualTo(1);
    }

    @Test
    void ceQuiSeRefuseEstRangeAvecSaRaison() throws Exception {
        Path deposee = deposer(ImportDeLAnnuaireTest.complet("20261124"), "sans-eleves");
        Files.delete(deposee.resolve("ENT2DVA-ENT04_Complet_20261124_Eleve_0000.xml"));
        Files.writeString(
                surveille.resolve("extraction.csv"),
                "Civilité Responsable;Nom responsable;Prénom responsable;Nom d'usage enfant;Prénom enfant\n");
        Files.writeString(surveille.resolve("notes.txt"), "à ne pas toucher");
        for (int i = 0; i < 5; i++) {
            passer();
        }
        assertThat(noms("refusees"))
                .containsExactly(
                        "extraction.csv", "extraction.csv.rapport.txt", "sans-eleves", "sans-eleves.rapport.txt");
        assertThat(Files.readString(surveille.resolve("refusees/sans-eleves.rapport.txt")))
                .contains("Il manque les fichiers Eleve.");
        assertThat(Files.readString(surveille.resolve("refusees/extraction.csv.rapport.txt")))
                .contains("C’est une extraction d’ONDE");
        assertThat(surveille.resolve("notes.txt")).exists();
    }

    @Test
    void laMemeDeuxFoisEtTropDeRetraits() throws Exception {
        deposer(ImportDeLAnnuaireTest.complet("20261124"), "lundi");
        for (int i = 0; i < 4; i++) {
            passer();
        }
        appliquer();
        passer();
        deposer(ImportDeLAnnuaireTest.complet("20261124"), "lundi");
        Path coupee = deposer(
                Annuaire.complet("20261125").etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE"),
                "mardi");
        for (int i = 0; i < 6; i++) {
            passer();
        }
        assertThat(noms("faites")).contains("lundi-2", "lundi-2.rapport.txt");
        assertThat(coupee).exists();
        assertThat(base.lire("SELECT etat FROM livraison ORDER BY id")).containsExactly("APPLIQUEE", "LUE");

        // Un autre serveur la retrouve sans la relire ; la commande l'a validée, ou y a renoncé.
        dossier = unServeur();
        for (int i = 0; i < 6; i++) {
            passer();
        }
        assertThat(coupee).exists();
        assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isEqualTo(2);
        Livraison lue = atelier.livraisons
                .enCours(fr.academie.teleservices.alimentation.reconnaissance.Numero.Source.AAF, "bordeaux-2D")
                .orElseThrow();
        atelier.livraisons.abandonner(lue);
        passer();
        assertThat(noms("refusees")).contains("mardi");
    }
}
