package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Portee;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** De deux exports à l'aperçu : ce qui diffère est montré, rien d'autre n'est écrit. */
class PreparationDeSiecleTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final AtelierDImport atelier = new AtelierDImport(base);
    private final Familles familles = new Familles(base);

    @TempDir
    private Path dossier;

    @BeforeEach
    void vider() {
        base.vider();
        familles.etablissement();
    }

    private static Exports moulin() {
        return new Exports()
                .eleve("73001", "VERGER", "Anaïs", "12/04/2013", "6 C")
                .eleve("73002", "LŒUILLET", "Noé", "30/11/2012", "5 A")
                .personne("91001", "MME", "VERGER", "Élise", "elise@exemple.fr", "0639980001")
                .personne("91002", "M.", "VERGER", "Marc", "elise@exemple.fr", "0639980001")
                .personne("91004", "", "FOYER DES PINS", "", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73001", "91002", 1, 20)
                .lien("73002", "91004", 2, 90);
    }

    @Test
    void unEtablissementQueLAcademieNAPasNommeEstRefuse() {
        base.executer("DELETE FROM inscription", "DELETE FROM eleve", "DELETE FROM etablissement");
        assertThat(catchThrowableOfType(FichierRefuse.class, () -> atelier.preparer(moulin(), dossier))
                        .remarque()
                        .code())
                .isEqualTo(CodeRemarque.ETABLISSEMENT_INCONNU);
        assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isZero();
    }

    @Test
    void unPremierImportMontreToutCommeNouveauEtNEcritQueLApercu() throws Exception {
        Livraison livraison = atelier.preparer(moulin(), dossier);

        assertThat(livraison.etat()).isEqualTo(EtatLivraison.LUE);
        assertThat(livraison.perimetre()).isEqualTo(Exports.UAI);
        assertThat(livraison.fichiers()).containsExactly("ElevesSansAdresses.xml", "ResponsablesAvecAdresses.xml");
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(2, 2, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(3, 3, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(3, 3, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.CLASSE)).isEqualTo(new Decompte(2, 2, 0, 0, 0, 0, 0));
        assertThat(atelier.livraisons.eleves(livraison, Ecart.NOUVEAU, 1, 5))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.nom()).isEqualTo("LŒUILLET");
                    assertThat(e.classe()).isEqualTo("5 A");
                    assertThat(e.ligne()).isEqualTo(4);
                });
        assertThat(atelier.livraisons.personnes(livraison, Ecart.NOUVEAU, 0, 10))
                .extracting(PersonneApercu::prenom)
                .containsExactly("Élise", "Marc", null);
        assertThat(atelier.livraisons.liens(livraison, Ecart.NOUVEAU, 0, 10))
                .extracting(l -> l.personne() + " > " + l.eleve())
                .containsExactly(
                        "Élise VERGER > Anaïs VERGER", "Marc VERGER > Anaïs VERGER", "FOYER DES PINS > Noé LŒUILLET");
        assertThat(base.compter("SELECT COUNT(*) FROM eleve")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable")).isZero();
    }

    @Test
    void deDeuxPersonnesLaSecondeVoitLApercuDeLaPremiere() throws Exception {
        Livraison premiere = atelier.preparer(moulin(), dossier);
        LivraisonRefusee refus = catchThrowableOfType(
                LivraisonRefusee.class, () -> atelier.preparer(moulin().horodatage("24/11/2026 19:00:00"), dossier));
        assertThat(refus.code()).isEqualTo(RefusLivraison.EN_COURS);
        assertThat(refus.celle()).isEqualTo(premiere);

        atelier.livraisons.abandonner(premiere);
        assertThat(base.compter("SELECT COUNT(*) FROM livraison_eleve")).isZero();
        assertThat(atelier.livraisons.enCours(Source.SIECLE, Exports.UAI)).isEmpty();
        assertThat(atelier.preparer(moulin(), dossier).etat()).isEqualTo(EtatLivraison.LUE);
    }

    @Test
    void uneLectureArreteeNeRetientPasSonEtablissement() throws Exception {
        Livraison premiere = atelier.preparer(moulin(), dossier);
        base.executer("UPDATE livraison SET etat = 'RECUE'");
        assertThat(catchThrowableOfType(LivraisonRefusee.class, () -> atelier.preparer(moulin(), dossier))
                        .code())
                .isEqualTo(RefusLivraison.EN_COURS);
        base.executer("UPDATE livraison SET avance_le = avance_le - INTERVAL 3 MINUTE");
        assertThat(atelier.preparer(moulin(), dossier).etat()).isEqualTo(EtatLivraison.LUE);
        assertThat(atelier.livraisons.relire(premiere).orElseThrow().etat()).isEqualTo(EtatLivraison.ABANDONNEE);
    }

    @Test
    void unFichierRefuseEnRouteNeLaisseQueSaRemarque() throws Exception {
        Remis eleves = moulin().eleves(dossier);
        Remis responsables = moulin().responsables(dossier);
        String xml = Files.readString(responsables.chemin());
        Files.writeString(responsables.chemin(), xml.substring(0, xml.indexOf("</RESPONSABLES>")));

        FichierRefuse refus = catchThrowableOfType(FichierRefuse.class, () -> atelier.preparer(eleves, responsables));

        assertThat(refus.remarque().code()).isEqualTo(CodeRemarque.TRONQUE);
        assertThat(base.compter("SELECT COUNT(*) FROM livraison_eleve")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM eleve")).isZero();
        assertThat(base.lire("SELECT etat FROM livraison")).containsExactly("REFUSEE");
        assertThat(base.lire("SELECT code FROM livraison_remarque")).containsExactly("TRONQUE");
        assertThat(atelier.livraisons.enCours(Source.SIECLE, Exports.UAI)).isEmpty();
    }

    @Test
    void lExportDUnAutreEtablissementEstRefuseSansRienEcrire() {
        FichierRefuse refus =
                catchThrowableOfType(FichierRefuse.class, () -> atelier.preparer(moulin().uaj("0331234Z"), dossier));
        assertThat(refus.remarque().code()).isEqualTo(CodeRemarque.AUTRE_ETABLISSEMENT);
        assertThat(base.compter("SELECT COUNT(*) FROM livraison")).isZero();
    }

    @Test
    void unNomIncompletNeFaitPersonneEtSesLiensSontRefuses() throws Exception {
        Exports exports = moulin().eleve("73009", "Bo?EK", "Zoja", "12/12/2012", "5 A")
                .personne("91009", "M.", "BO?EK", "Ivan", "", "")
                .lien("73009", "91009", 1, 20)
                .lien("73009", "91001", 1, 10);
        Livraison livraison = atelier.preparer(exports, dossier);

        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(3, 2, 0, 0, 1, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(4, 3, 0, 0, 1, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(5, 3, 0, 0, 2, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.CLASSE)).isEqualTo(new Decompte(3, 2, 0, 0, 1, 0, 0));
        assertThat(remarques(livraison))
                .extracting(Remarque::code)
                .containsExactlyInAnyOrder(
                        CodeRemarque.NOM_INCOMPLET,
                        CodeRemarque.ELEVE_INCONNU,
                        CodeRemarque.ELEVE_INCONNU,
                        CodeRemarque.ELEVE_INCONNU,
                        CodeRemarque.NOM_INCOMPLET);
    }

    @Test
    void unEleveEtUnParentDejaSaisisSeReconnaissent() throws Exception {
        long eleve = familles.eleve("Dylan");
        long compte = familles.actif("cristelle.durand");
        familles.lier(compte, eleve);
        Exports exports = new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5 B")
                .personne("91001", "", "DURAND", "Cristelle", "", "")
                .personne("91002", "", "DURAND", "Cristelle", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73001", "91002", 3, 90);
        Livraison livraison = atelier.preparer(exports, dossier);
        assertThat(base.lire("SELECT eleve_id, regle FROM livraison_eleve"))
                .containsExactly(eleve + "|NOM_ET_NAISSANCE");
        // Deux numéros d'un fichier sont deux personnes : le compte n'est à la première seulement.
        assertThat(base.lire("SELECT numero, COALESCE(responsable_id, 0) FROM livraison_personne ORDER BY rang"))
                .containsExactly("91001|" + compte, "91002|0");
        assertThat(atelier.livraisons
                        .personnes(livraison, Ecart.NOUVEAU, 0, 1)
                        .get(0)
                        .aUnCompte())
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> pourChaqueEchantillonLuFontAppliqueInchangeEtRefuse() {
        return Stream.of("src/test/resources/alimentation/siecle", "../shared/samples/alimentation/siecle")
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(chemin -> DynamicTest.dynamicTest(chemin.toString(), () -> {
                    vider();
                    familles.etablissement("0330001X", "Collège du Lac");
                    Livraison livraison = atelier.preparer(
                            Set.of("0330001X"),
                            new Remis("e.xml", chemin.resolve("ElevesSansAdresses.xml")),
                            new Remis("r.xml", chemin.resolve("ResponsablesAvecAdresses.xml")));
                    assertThat(livraison.compteurs().juste()).isTrue();
                    assertThat(livraison.compteurs().de(Sorte.ELEVE).lues()).isPositive();
                    long refusees = livraison.compteurs().parSorte().values().stream()
                            .mapToLong(Decompte::refusees)
                            .sum();
                    assertThat(remarques(livraison).stream()
                                    .filter(r -> r.code().portee() == Portee.LIGNE)
                                    .count())
                            .isEqualTo(refusees);
                }));
    }

    private List<Remarque> remarques(Livraison livraison) {
        List<Remarque> toutes = new ArrayList<>();
        atelier.livraisons.chaqueRemarque(livraison, toutes::add);
        return toutes;
    }
}
