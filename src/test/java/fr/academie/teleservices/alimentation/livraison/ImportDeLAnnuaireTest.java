package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Des livraisons complètes de l'annuaire, de leurs fichiers aux comptes et aux liens. */
class ImportDeLAnnuaireTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private AtelierDImport atelier = new AtelierDImport(base);

    @TempDir
    private Path dossier;

    @BeforeEach
    void vider() {
        base.vider();
    }

    static Annuaire complet(String date) {
        return Annuaire.complet(date)
                .etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE")
                .etablissement("502", "0330002B", "LYC$HAUTE-FUTAIE$TALENCE", "LYCEE PROFESSIONNEL")
                .personne("2900001", "Mme", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                .personne("2900002", "M.", "PETIT", "Jean", "", "")
                .personne("2900003", "", "FOYER LES TILLEULS", "", "", "")
                .personne("2900009", "M.", "ORPHELIN", "Sans Lien", "", "")
                .eleve(
                        "2600001",
                        "DURAND",
                        "Dylan",
                        "11/04/2012",
                        "501$5 B",
                        "2900001$10$1$1$1$1",
                        "2900002$20$0$1$0$0")
                .eleve("2600002", "PUPILLE", "Éli", "01/01/2010", "502$2 B", "2900003$51$1$1$0$0");
    }

    private List<String> liens() {
        return base.lire(
                "SELECT r.identifiant, e.prenom, l.niveau, l.lien, l.etat, l.origine FROM rattachement AS l JOIN"
                        + " responsable AS r ON r.id = l.responsable_id JOIN eleve AS e ON e.id = l.eleve_id ORDER BY 1,"
                        + " 2");
    }

    private List<String> codes(Livraison livraison) {
        return atelier.livraisons.remarques(livraison, 0, 100).stream()
                .map(r -> r.remarque().code().name())
                .toList();
    }

    @Test
    void uneLivraisonCompleteRemplitUneAcademieVide() throws Exception {
        Livraison livraison = atelier.importer(complet("20261124"), dossier);
        assertThat(livraison.etat()).isEqualTo(EtatLivraison.APPLIQUEE);
        assertThat(livraison.perimetre()).isEqualTo("bordeaux-2D");
        assertThat(livraison.compteurs().de(Sorte.ETABLISSEMENT)).isEqualTo(new Decompte(2, 2, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(2, 2, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(4, 4, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(3, 3, 0, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.CLASSE)).isEqualTo(new Decompte(2, 2, 0, 0, 0, 0, 0));
        assertThat(base.lire("SELECT uai, nature, nom, commune FROM etablissement ORDER BY uai"))
                .containsExactly("0330001A|COLLEGE|CLG DU MOULIN|TALENCE", "0330002B|LYCEE|LYC HAUTE-FUTAIE|TALENCE");
        // La clé de ces deux codes n'est pas celle de leur numéro.
        assertThat(codes(livraison)).containsExactly("UAI_DOUTEUSE", "UAI_DOUTEUSE");
        assertThat(liens())
                .containsExactly("cristelle.durand|Dylan|1|10|ACTIF|IMPORT", "jean.petit|Dylan|1|20|ACTIF|IMPORT");
    }

    @Test
    void lesComptesNaissentSansMotDePasse() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        assertThat(base.lire(
                        "SELECT identifiant, civilite, prenom, nom_famille, mail, mail_confirme_le, telephone_portable,"
                                + " etat, mot_de_passe FROM responsable ORDER BY identifiant"))
                .containsExactly(
                        "cristelle.durand|MME|Cristelle|DURAND|cristelle@exemple.fr|∅|+33639980001|CREE|∅",
                        "jean.petit|M.|Jean|PETIT|∅|∅|∅|CREE|∅");
        assertThat(base.lire("SELECT r.identifiant, a.adresse, a.code_postal, a.commune FROM adresse_postale AS a"
                        + " JOIN responsable AS r ON r.id = a.responsable_id ORDER BY 1"))
                .containsExactly("cristelle.durand|3 rue Neuve|33400|TALENCE", "jean.petit|3 rue Neuve|33400|TALENCE");
        assertThat(base.lire("SELECT j.action, r.identifiant, j.acteur FROM journal AS j"
                        + " JOIN responsable AS r ON r.id = j.responsable_id WHERE j.action = 'CREATION' ORDER BY 2"))
                .containsExactly("CREATION|cristelle.durand|exploitation", "CREATION|jean.petit|exploitation");
        assertThat(base.lire("SELECT v.type, JSON_VALUE(v.charge, '$.origine'), r.identifiant FROM evenement AS v"
                        + " JOIN responsable AS r ON r.id = v.responsable_id ORDER BY 3"))
                .containsExactly("COMPTE_CREE|IMPORT|cristelle.durand", "COMPTE_CREE|IMPORT|jean.petit");
    }

    @Test
    void lesIdentifiantsSuiventLesReglesDeLaCreation() throws Exception {
        familles.etablissement();
        familles.actif("jean.petit");
        base.executer("UPDATE responsable SET nom_famille = 'AUTRE' WHERE identifiant = 'jean.petit'");
        Annuaire livraison = complet("20261124");
        for (int i = 0; i < 5; i++) {
            livraison.personne("29100" + i, "M.", "PETIT", "Jean", "", "");
            livraison.eleve(
                    "26100" + i, "PETIT", "Lou", "0" + (i + 1) + "/02/2011", "501$5 B", "29100" + i + "$20$1$1$1$1");
        }
        atelier.importer(livraison, dossier);
        assertThat(base.lire("SELECT identifiant FROM responsable WHERE identifiant LIKE 'jean.petit%' ORDER BY id"))
                .containsExactly(
                        "jean.petit",
                        "jean.petit1",
                        "jean.petit2",
                        "jean.petit3",
                        "jean.petit4",
                        "jean.petit5",
                        "jean.petit6");
    }

    @Test
    void quiAttendreAttend() throws Exception {
        atelier = new AtelierDImport(base.source(), java.util.Map.of("alimentation.comptes", "attendre"));
        atelier.importer(complet("20261124"), dossier);
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM constat")).isEqualTo(3);
    }

    @Test
    void laMemeRefaiteNeChangeRien() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        List<String> avant = EtatImporte.lire(base);
        Path encore = complet("20261124").poser(dossier);
        LivraisonRefusee refus = catchThrowableOfType(LivraisonRefusee.class, () -> atelier.preparer(encore));
        assertThat(refus.code()).isEqualTo(RefusLivraison.DEJA_APPLIQUEE);
        Livraison lendemain = atelier.importer(complet("20261125"), dossier);
        assertThat(lendemain.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(4, 0, 0, 4, 0, 0, 0));
        assertThat(lendemain.compteurs().de(Sorte.ETABLISSEMENT)).isEqualTo(new Decompte(2, 0, 0, 2, 0, 0, 0));
        assertThat(EtatImporte.lire(base)).isEqualTo(avant);
    }

    @Test
    void unePlusAncienneQueLaDerniereAppliqueeEstRefusee() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        assertThat(refus(complet("20261123"))).isEqualTo(CodeRemarque.PLUS_ANCIEN);
        assertThat(refus(complet("20261203"))).isEqualTo(CodeRemarque.DU_FUTUR);
    }

    private CodeRemarque refus(Annuaire livraison) {
        Path posee = livraison.poser(dossier);
        return catchThrowableOfType(FichierRefuse.class, () -> atelier.preparer(posee))
                .remarque()
                .code();
    }

    @Test
    void unEleveSansEtablissementEstRefuseAvecSesLiens() throws Exception {
        Livraison livraison = atelier.preparer(complet("20261124")
                .eleve("2600003", "NULLE", "Part", "01/01/2011", "", "2900001$10$1$1$1$1")
                .eleve("2600004", "LOIN", "Ailleurs", "01/01/2011", "599$5 B", "2900001$10$1$1$1$1")
                .poser(dossier));
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(4, 2, 0, 0, 2, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(5, 3, 0, 0, 2, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.CLASSE)).isEqualTo(new Decompte(3, 2, 0, 0, 1, 0, 0));
        assertThat(codes(livraison))
                .containsExactly(
                        "UAI_DOUTEUSE",
                        "UAI_DOUTEUSE",
                        "ELEVE_SANS_ETABLISSEMENT",
                        "ELEVE_INCONNU",
                        "STRUCTURE_INCONNUE",
                        "ELEVE_SANS_ETABLISSEMENT",
                        "ELEVE_INCONNU");
    }

    @Test
    void unNomCorrigeParQuelquUnResteUnNomQuePersonneNACorrigeSuit() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        base.executer("UPDATE etablissement SET nom = 'Collège du Moulin' WHERE uai = '0330001A'");
        atelier.importer(
                Annuaire.complet("20261125")
                        .etablissement("501", "0330001A", "CLG$LE MOULIN$TALENCE", "COLLEGE")
                        .etablissement("502", "0330002B", "LYC$HAUT BOIS$TALENCE", "LYCEE PROFESSIONNEL")
                        .personne("2900001", "Mme", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                        .eleve("2600001", "DURAND", "Dylan", "11/04/2012", "501$5 B", "2900001$10$1$1$1$1"),
                dossier);
        assertThat(base.lire("SELECT nom FROM etablissement ORDER BY uai"))
                .containsExactly("Collège du Moulin", "LYC HAUT BOIS");
    }

    @Test
    void quiChangeDEtablissementQuitteLAncienSaufSiSiecleLYDitEncore() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        Annuaire ailleurs = Annuaire.complet("20261125")
                .etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE")
                .etablissement("502", "0330002B", "LYC$HAUTE-FUTAIE$TALENCE", "LYCEE PROFESSIONNEL")
                .personne("2900001", "Mme", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                .personne("2900003", "", "FOYER LES TILLEULS", "", "", "")
                .eleve("2600001", "DURAND", "Dylan", "11/04/2012", "502$2 A", "2900001$10$1$1$1$1")
                .eleve("2600002", "PUPILLE", "Éli", "01/01/2010", "501$4 B", "2900003$51$1$1$0$0");
        base.executer(
                "INSERT INTO identite_eleve (source, perimetre, numero, eleve_id) SELECT 'SIECLE', '0330002B', '77', id"
                        + " FROM eleve WHERE prenom = 'Éli'");
        atelier.importer(ailleurs, dossier);
        assertThat(base.lire("SELECT e.prenom, i.uai, i.classe, i.sorti_le IS NULL FROM inscription AS i"
                        + " JOIN eleve AS e ON e.id = i.eleve_id ORDER BY 1, 2"))
                .containsExactly(
                        "Dylan|0330001A|5 B|0", "Dylan|0330002B|2 A|1", "Éli|0330001A|4 B|1", "Éli|0330002B|2 B|1");
        assertThat(base.lire("SELECT prenom, uai FROM eleve ORDER BY 1"))
                .containsExactly("Dylan|0330002B", "Éli|0330002B");
    }

    @Test
    void quiDisparaitAttendPuisPerdSesLiens() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        Livraison livraison = atelier.importer(
                Annuaire.complet("20261125")
                        .etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE")
                        .personne("2900002", "M.", "PETIT", "Jean", "", "")
                        .personne("2900003", "", "FOYER LES TILLEULS", "", "", "")
                        .eleve("2600001", "DURAND", "Dylan", "11/04/2012", "501$5 B", "2900002$20$0$1$0$0"),
                dossier);
        assertThat(livraison.compteurs().de(Sorte.PERSONNE).partis()).isEqualTo(2);
        assertThat(livraison.compteurs().de(Sorte.ELEVE).partis()).isEqualTo(1);
        assertThat(livraison.compteurs().liensEnAttente()).isEqualTo(2);
        assertThat(liens()).contains("cristelle.durand|Dylan|1|10|ACTIF|IMPORT");
        assertThat(atelier.disparus.retirer()).isZero();

        atelier.atelier.horloge.avancer(Duration.ofDays(61));
        assertThat(atelier.disparus.retirer()).isEqualTo(2);
        assertThat(atelier.disparus.retirer()).as("une seule fois").isZero();
        assertThat(liens())
                .containsExactly("cristelle.durand|Dylan|1|10|RETIRE|IMPORT", "jean.petit|Dylan|1|20|ACTIF|IMPORT");
        assertThat(base.lire("SELECT e.prenom, i.sorti_le IS NULL FROM inscription AS i"
                        + " JOIN eleve AS e ON e.id = i.eleve_id ORDER BY 1"))
                .containsExactly("Dylan|1", "Éli|0");

        atelier.importer(complet("20270126"), dossier);
        assertThat(liens())
                .containsExactly("cristelle.durand|Dylan|1|10|ACTIF|IMPORT", "jean.petit|Dylan|1|20|ACTIF|IMPORT");
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE disparu_le IS NOT NULL"))
                .isZero();
    }

    @Test
    void quiRevientAvantLeDelaiNARienPerdu() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        List<String> avant = EtatImporte.lire(base);
        atelier.importer(
                Annuaire.complet("20261125")
                        .etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE")
                        .personne("2900001", "Mme", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                        .eleve("2600001", "DURAND", "Dylan", "11/04/2012", "501$5 B", "2900001$10$1$1$1$1"),
                dossier);
        atelier.importer(complet("20261126"), dossier);
        atelier.atelier.horloge.avancer(Duration.ofDays(90));
        atelier.disparus.retirer();
        assertThat(EtatImporte.lire(base))
                .containsAll(avant.stream()
                        .filter(ligne -> !ligne.startsWith("evenement") && !ligne.contains("jean.petit"))
                        .toList());
    }

    @Test
    void uneLivraisonCoupeeSArreteAvantDEcrire() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        List<String> avant = EtatImporte.lire(base);
        Livraison coupee = atelier.preparer(Annuaire.complet("20261125")
                .etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE")
                .poser(dossier));
        assertThat(coupee.compteurs().de(Sorte.LIEN).partis()).isZero();
        assertThat(coupee.compteurs().partDesRetraits()).isEqualTo(1.0);
        assertThat(catchThrowableOfType(
                                LivraisonRefusee.class,
                                () -> atelier.livraisons.valider(coupee, AtelierDImport.EXPLOITATION, false))
                        .code())
                .isEqualTo(RefusLivraison.BEAUCOUP_DE_RETRAITS);
        assertThat(EtatImporte.lire(base)).isEqualTo(avant);
    }

    @Test
    void unRetraitAttendQueLaLivraisonEnCoursSoitFinie() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        base.executer("UPDATE identite_responsable SET disparu_le = '2026-01-01' WHERE numero = '2900001'");
        Livraison lue = atelier.preparer(complet("20261125").poser(dossier));
        assertThat(atelier.disparus.retirer()).isZero();
        atelier.livraisons.abandonner(lue);
        assertThat(atelier.disparus.retirer()).isEqualTo(1);
    }

    /** Plus de dix mille comptes : un instantané à relire, et aucun événement par compte. */
    @Test
    void unImportEnNombreSAnnonceUneFois() throws Exception {
        Livraison livraison = atelier.preparer(complet("20261124").poser(dossier));
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, false);
        base.executer(
                "INSERT INTO responsable (identifiant, nom_famille, prenom, etat) SELECT CONCAT('n', seq), 'N', 'N', 'CREE'"
                        + " FROM seq_1_to_10000");
        base.executer("INSERT INTO livraison_compte (livraison_id, responsable_id, liens, mail, telephone) SELECT "
                + livraison.id() + ", id, 1, 0, 0 FROM responsable");
        atelier.appliquer(livraison, 100);
        assertThat(base.lire("SELECT type, responsable_id FROM evenement")).containsExactly("INSTANTANE_A_RELIRE|∅");
        assertThat(atelier.livraisons.relire(livraison).orElseThrow().etat()).isEqualTo(EtatLivraison.APPLIQUEE);
    }

    @Test
    void lesDeuxDegresOntChacunLeursNumeros() throws Exception {
        atelier.importer(complet("20261124"), dossier);
        Livraison ecoles = atelier.importer(
                Annuaire.complet("20261124")
                        .prefixe("ENT1D-ENT04")
                        .etablissement("900", "0330003C", "ECOLE$DES PRES$TALENCE", "ECOLE ELEMENTAIRE")
                        .personne("2900001", "M.", "HOMONYME", "Numéro", "", "")
                        .eleve("2600001", "HOMONYME", "Ève", "11/11/2018", "900$CP", "2900001$20$1$1$1$1"),
                dossier);
        assertThat(ecoles.perimetre()).isEqualTo("bordeaux-1D");
        assertThat(liens()).hasSize(3).contains("numero.homonyme|Ève|1|20|ACTIF|IMPORT");
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE disparu_le IS NOT NULL"))
                .isZero();
    }
}
