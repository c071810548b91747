package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D'une livraison validée à ce que les parents et les bureaux voient. */
class ApplicationTest {

    private static final String LIENS = "SELECT r.identifiant, e.prenom, l.niveau, l.lien, l.etat, l.origine,"
            + " COALESCE(l.retire_par, '-') FROM rattachement AS l JOIN responsable AS r ON r.id = l.responsable_id"
            + " JOIN eleve AS e ON e.id = l.eleve_id ORDER BY r.identifiant, e.prenom";
    private static final String EVENEMENTS =
            "SELECT type, responsable_id, COUNT(*) FROM evenement GROUP BY type, responsable_id ORDER BY type";

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

    private static Exports durand() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5B")
                .eleve("73002", "DURAND", "Emma", "03/05/2014", "6 C")
                .personne("91001", "MME", "DURAND", "Cristelle", "cristelle@exemple.fr", "0639980001")
                .personne("91002", "M.", "PETIT", "Jean", "", "")
                .personne("91004", "", "FOYER DES PINS", "", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73002", "91001", 1, 10)
                .lien("73001", "91002", 3, 90)
                .lien("73002", "91004", 2, 90);
    }

    @Test
    void unPremierImportInscritNommeEtLaisseAttendre() throws Exception {
        Livraison livraison = atelier.importer(durand(), dossier);

        assertThat(livraison.etat()).isEqualTo(EtatLivraison.APPLIQUEE);
        assertThat(atelier.livraisons.avancement(livraison)).isEqualTo(new Avancement(EtatLivraison.APPLIQUEE, 9, 9));
        assertThat(base.lire("SELECT e.prenom, i.uai, i.classe, i.ouverte FROM inscription AS i"
                        + " JOIN eleve AS e ON e.id = i.eleve_id ORDER BY e.prenom"))
                .containsExactly("Dylan|0330001A|5B|1", "Emma|0330001A|6 C|1");
        assertThat(base.lire("SELECT numero, prenom, telephone_portable, responsable_id FROM identite_responsable"
                        + " ORDER BY numero"))
                .containsExactly("91001|Cristelle|+33639980001|∅", "91002|Jean|∅|∅", "91004|∅|∅|∅");
        assertThat(base.compter("SELECT COUNT(*) FROM constat")).isEqualTo(4);
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM evenement")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE cle_prenom IS NULL"))
                .as("ce qui s'en compare est écrit avec elles")
                .isZero();
    }

    @Test
    void unParentConnuRecoitSesElevesEtSAnnonceUneFois() throws Exception {
        long dylan = familles.eleve("Dylan");
        long compte = familles.actif("cristelle.durand");
        familles.lier(compte, dylan);
        base.executer("UPDATE responsable SET mail = NULL");

        atelier.importer(durand(), dossier);

        assertThat(base.lire(LIENS))
                .containsExactly(
                        "cristelle.durand|Dylan|1|10|ACTIF|SAISIE|-", "cristelle.durand|Emma|1|10|ACTIF|IMPORT|-");
        assertThat(base.lire("SELECT mail, telephone_portable FROM responsable"))
                .containsExactly("cristelle@exemple.fr|+33639980001");
        assertThat(base.lire(EVENEMENTS))
                .containsExactly("COMPTE_MODIFIE|" + compte + "|1", "RATTACHEMENTS_MODIFIES|" + compte + "|1");
        assertThat(base.lire("SELECT DISTINCT action, acteur, acteur_profil FROM journal"))
                .containsExactlyInAnyOrder(
                        "COORDONNEES_IMPORTEES|secretariat.moulin|ETABLISSEMENT",
                        "RATTACHEMENTS_IMPORTES|secretariat.moulin|ETABLISSEMENT");
        assertThat(base.compter("SELECT COUNT(*) FROM eleve")).isEqualTo(2);
    }

    @Test
    void lesMemesFichiersUneSecondeFoisNeChangentRien() throws Exception {
        atelier.importer(durand(), dossier);
        LivraisonRefusee refus =
                catchThrowableOfType(LivraisonRefusee.class, () -> atelier.preparer(durand(), dossier));
        assertThat(refus.code()).isEqualTo(RefusLivraison.DEJA_APPLIQUEE);

        List<String> avant = etat();
        Livraison redite = atelier.importer(durand().horodatage("25/11/2026 08:30:00"), dossier);
        for (Sorte sorte : List.of(Sorte.ELEVE, Sorte.PERSONNE, Sorte.LIEN, Sorte.CLASSE)) {
            Decompte decompte = redite.compteurs().de(sorte);
            assertThat(decompte.inchangees())
                    .as(sorte.name())
                    .isEqualTo(decompte.lues())
                    .isPositive();
            assertThat(decompte.ecarts()).as(sorte.name()).isZero();
        }
        assertThat(etat()).isEqualTo(avant);
    }

    @Test
    void uneCoordonneeConfirmeeOuDonneeParLeTitulaireReste() throws Exception {
        long compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3), telephone_portable = '+33611111111',"
                + " telephone_saisi_le = UTC_TIMESTAMP(3)");
        atelier.importer(durand(), dossier);
        assertThat(base.lire("SELECT mail, telephone_portable FROM responsable"))
                .containsExactly("cristelle.durand@exemple.fr|+33611111111");
        assertThat(base.compter("SELECT COUNT(*) FROM evenement WHERE type = 'COMPTE_MODIFIE'"))
                .isZero();
    }

    @Test
    void unCompteAbsorbeEntreLApercuEtLApplicationNEstPasRouvert() throws Exception {
        long ancien = familles.actif("cristelle.ancien");
        long garde = familles.actif("cristelle.garde");
        familles.lier(ancien, familles.eleve("Dylan"));
        Livraison livraison = atelier.preparer(durand(), dossier);
        atelier.livraisons.valider(livraison, AtelierDImport.SECRETARIAT, false);
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + garde + ", " + ancien
                        + ", UTC_TIMESTAMP(3), 'cristelle.garde', 'FAMILLE_FAMILLE', 'ACTIF')",
                "UPDATE rattachement SET responsable_id = " + garde,
                "UPDATE responsable SET etat = 'FERME', mot_de_passe = NULL, motif_fermeture = 'REGROUPEMENT',"
                        + " ferme_le = UTC_TIMESTAMP(3) WHERE id = " + ancien);

        atelier.appliquer(livraison, 100);

        assertThat(base.lire("SELECT origine_id, responsable_id FROM identite_responsable WHERE numero = '91001'"))
                .containsExactly(garde + "|" + garde);
        assertThat(base.lire("SELECT etat FROM responsable WHERE id = " + ancien))
                .containsExactly("FERME");
        assertThat(base.lire(LIENS))
                .containsExactly(
                        "cristelle.garde|Dylan|1|10|ACTIF|SAISIE|-", "cristelle.garde|Emma|1|10|ACTIF|IMPORT|-");
    }

    @Test
    void unImportRetireCeQuUnImportAFaitEtLeRouvre() throws Exception {
        familles.lier(familles.actif("cristelle.durand"), familles.eleve("Dylan"));
        atelier.importer(durand(), dossier);
        atelier.importer(
                durand().sansLien("73002", "91001").sansLien("73001", "91001").horodatage("25/11/2026 08:30:00"),
                dossier);
        assertThat(base.lire(LIENS))
                .as("le lien saisi n'est pas celui d'un import")
                .containsExactly(
                        "cristelle.durand|Dylan|1|10|ACTIF|SAISIE|-",
                        "cristelle.durand|Emma|1|10|RETIRE|IMPORT|IMPORT");
        atelier.importer(durand().horodatage("25/11/2026 09:30:00"), dossier);
        assertThat(base.lire(LIENS)).contains("cristelle.durand|Emma|1|10|ACTIF|IMPORT|-");
    }

    @Test
    void ceQuUnePersonneADecideResteEtLeRapportLeDit() throws Exception {
        long dylan = familles.eleve("Dylan");
        long compte = familles.actif("cristelle.durand");
        familles.lier(compte, dylan);
        atelier.importer(durand(), dossier);
        base.executer(
                "UPDATE rattachement SET etat = 'RETIRE', retire_le = UTC_TIMESTAMP(3), retire_par = 'ETABLISSEMENT'"
                        + " WHERE eleve_id = " + dylan);
        Livraison livraison = atelier.importer(
                durand().sansLien("73001", "91001")
                        .lien("73001", "91001", 2, 10)
                        .horodatage("25/11/2026 08:30:00"),
                dossier);
        assertThat(base.lire(LIENS)).contains("cristelle.durand|Dylan|1|10|RETIRE|SAISIE|ETABLISSEMENT");
        assertThat(remarques(livraison)).singleElement().satisfies(r -> {
            assertThat(r.code()).isEqualTo(CodeRemarque.LIEN_RETIRE);
            assertThat(r.numero()).isEqualTo("73001 / 91001");
            assertThat(r.fichier()).isEqualTo("ResponsablesAvecAdresses.xml");
        });
    }

    @Test
    void quiSortOuNEstPlusNommeQuitteLEtablissementAussitot() throws Exception {
        familles.lier(familles.actif("cristelle.durand"), familles.eleve("Dylan"));
        atelier.importer(durand(), dossier);
        Livraison livraison = atelier.importer(
                durand().eleve("73002", "DURAND", "Emma", "03/05/2014", "6 C", "<DATE_SORTIE>20/11/2026</DATE_SORTIE>")
                        .eleve("73005", "MARTIN", "Lou", "01/01/2013", "6 C", "<DATE_SORTIE>20/12/2026</DATE_SORTIE>")
                        .sansEleve("73001")
                        .sansLien("73001", "91001")
                        .sansLien("73001", "91002")
                        .horodatage("25/11/2026 08:30:00"),
                dossier);
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(2, 1, 1, 0, 0, 0, 1));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(2, 0, 0, 2, 0, 0, 4));
        assertThat(base.lire("SELECT e.prenom, i.sorti_le FROM inscription AS i JOIN eleve AS e ON e.id = i.eleve_id"
                        + " ORDER BY e.prenom"))
                .containsExactly("Dylan|2026-11-25", "Emma|2026-11-20", "Lou|∅");
        assertThat(base.lire("SELECT numero FROM identite_eleve WHERE disparu_le IS NOT NULL"))
                .containsExactly("73001");
        assertThat(base.lire(LIENS))
                .containsExactly(
                        "cristelle.durand|Dylan|1|10|ACTIF|SAISIE|-",
                        "cristelle.durand|Emma|1|10|RETIRE|IMPORT|IMPORT");

        atelier.importer(durand().horodatage("25/11/2026 09:30:00"), dossier);
        assertThat(base.lire("SELECT e.prenom FROM inscription AS i JOIN eleve AS e ON e.id = i.eleve_id"
                        + " WHERE i.ouverte = 1 ORDER BY e.prenom"))
                .as("un élève qui revient est inscrit de nouveau")
                .containsExactly("Dylan", "Emma");
        assertThat(base.lire(LIENS)).contains("cristelle.durand|Emma|1|10|ACTIF|IMPORT|-");
    }

    @Test
    void unNomTronqueNeRemplacePasCeluiQuOnConnait() throws Exception {
        atelier.importer(
                new Exports()
                        .eleve("73001", "BOŽEK", "Zoja", "11/04/2012", "5B")
                        .personne("91001", "MME", "BOŽEK", "Mária", "", "")
                        .lien("73001", "91001", 1, 10),
                dossier);
        atelier.importer(
                new Exports()
                        .eleve("73001", "BO?EK", "Zoja", "11/04/2012", "4A")
                        .personne("91001", "MME", "BO?EK", "M?ria", "maria@exemple.fr", "")
                        .lien("73001", "91001", 1, 10)
                        .horodatage("25/11/2026 08:30:00"),
                dossier);
        assertThat(base.lire("SELECT nom, prenom, classe FROM eleve")).containsExactly("BOŽEK|Zoja|4A");
        assertThat(base.lire("SELECT nom_famille, prenom, mail FROM identite_responsable"))
                .containsExactly("BOŽEK|Mária|maria@exemple.fr");
    }

    @Test
    void beaucoupDeRetraitsSeConfirmentDeuxFois() throws Exception {
        atelier.importer(durand(), dossier);
        Livraison coupee =
                atelier.preparer(durand().sansLien("73001", "91002").horodatage("25/11/2026 08:30:00"), dossier);
        assertThat(catchThrowableOfType(
                                LivraisonRefusee.class,
                                () -> atelier.livraisons.valider(coupee, AtelierDImport.SECRETARIAT, false))
                        .code())
                .isEqualTo(RefusLivraison.BEAUCOUP_DE_RETRAITS);
        assertThat(base.compter("SELECT COUNT(*) FROM tache WHERE task_name = 'livraison' AND task_instance = '"
                        + coupee.id() + "'"))
                .isZero();
        atelier.livraisons.valider(coupee, AtelierDImport.SECRETARIAT, true);
        assertThat(catchThrowableOfType(
                                LivraisonRefusee.class,
                                () -> atelier.livraisons.valider(coupee, AtelierDImport.SECRETARIAT, true))
                        .code())
                .isEqualTo(RefusLivraison.PLUS_A_VALIDER);
        assertThat(catchThrowableOfType(LivraisonRefusee.class, () -> atelier.livraisons.abandonner(coupee))
                        .code())
                .isEqualTo(RefusLivraison.PLUS_A_VALIDER);
        Taches.faire(base, atelier.application.tache());
        assertThat(atelier.livraisons.avancement(coupee).etat()).isEqualTo(EtatLivraison.APPLIQUEE);
        assertThat(base.compter("SELECT COUNT(*) FROM constat")).isEqualTo(3);
    }

    private List<Remarque> remarques(Livraison livraison) {
        List<Remarque> toutes = new ArrayList<>();
        atelier.livraisons.chaqueRemarque(livraison, toutes::add);
        return toutes;
    }

    private List<String> etat() {
        return EtatImporte.lire(base);
    }
}
