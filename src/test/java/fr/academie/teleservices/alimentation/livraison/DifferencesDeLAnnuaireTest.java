package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.essais.BaseDEssai;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Des différences : ce qu'elles ne disent pas reste, ce qu'elles effacent part tout de suite. */
class DifferencesDeLAnnuaireTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final AtelierDImport atelier = new AtelierDImport(base);

    @TempDir
    private Path dossier;

    @BeforeEach
    void remplir() throws Exception {
        base.vider();
        atelier.importer(ImportDeLAnnuaireTest.complet("20261124"), dossier);
    }

    private Livraison appliquer(Annuaire delta) throws Exception {
        Livraison livraison = atelier.importer(delta, dossier);
        assertThat(livraison.etat()).isEqualTo(EtatLivraison.APPLIQUEE);
        return livraison;
    }

    private String personne(String numero) {
        return base.lire(
                        "SELECT civilite, nom_famille, prenom, mail, telephone_portable, adresse, code_postal, commune,"
                                + " disparu_le IS NULL FROM identite_responsable WHERE numero = '" + numero + "'")
                .get(0);
    }

    private List<String> liens() {
        return base.lire(
                "SELECT r.identifiant, e.prenom, l.niveau, l.etat FROM rattachement AS l JOIN responsable AS r ON r.id"
                        + " = l.responsable_id JOIN eleve AS e ON e.id = l.eleve_id ORDER BY 1, 2");
    }

    @Test
    void uneModificationNeChangeQueCeQuElleDit() throws Exception {
        Livraison livraison = appliquer(Annuaire.delta("20261125")
                .changerUnePersonne("2900001", "mail", "autre@exemple.fr")
                .changerUnePersonne("2900001", "mobile")
                .changerUnePersonne("2900001", "givenName", "")
                .changerUnEleve("2600001", "givenName", "Dylane"));
        assertThat(personne("2900001"))
                .isEqualTo("MME|DURAND|Cristelle|autre@exemple.fr|∅|3 rue Neuve|33400|TALENCE|1");
        assertThat(base.lire("SELECT mail, telephone_portable FROM responsable WHERE identifiant = 'cristelle.durand'"))
                .containsExactly("autre@exemple.fr|+33639980001");
        assertThat(base.lire("SELECT prenom, nom, uai, classe FROM eleve ORDER BY id"))
                .containsExactly("Dylane|DURAND|0330001A|5 B", "Éli|PUPILLE|0330002B|2 B");
        assertThat(liens()).containsExactly("cristelle.durand|Dylane|1|ACTIF", "jean.petit|Dylane|1|ACTIF");
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(1, 0, 1, 0, 0, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(1, 0, 1, 0, 0, 0, 0));
    }

    /** Ce qu'elles ne nomment pas ne se lit pas ; la part des retraits se juge pourtant sur tout le périmètre. */
    @Test
    void lesLiensConnusSontCeuxDeToutLePerimetre() throws Exception {
        long tous = base.compter("SELECT COUNT(*) FROM constat");
        Livraison livraison = appliquer(Annuaire.delta("20261125").retirerUnePersonne("2900002"));
        assertThat(tous).isGreaterThan(livraison.compteurs().de(Sorte.LIEN).partis());
        assertThat(livraison.compteurs().de(Sorte.LIEN).partis()).isPositive();
        assertThat(livraison.compteurs().liensConnus()).isEqualTo(tous);
    }

    @Test
    void lesLiensDUnEleveQuIlNeRedisentPasPartent() throws Exception {
        Livraison livraison = appliquer(Annuaire.delta("20261125")
                .changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$10$1$1$1$1", "2900009$39$0$0$0$0"));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(2, 1, 0, 1, 0, 0, 1));
        assertThat(liens())
                .containsExactly(
                        "cristelle.durand|Dylan|1|ACTIF",
                        "jean.petit|Dylan|1|RETIRE",
                        "sanslien.orphelin|Dylan|3|ACTIF");
    }

    @Test
    void uneFicheEffaceePerdSesLiensToutDeSuite() throws Exception {
        Livraison livraison = appliquer(
                Annuaire.delta("20261125").retirerUnePersonne("2900002").retirerUnEleve("2600002"));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(1, 0, 0, 0, 0, 1, 1));
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(1, 0, 0, 0, 0, 1, 1));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(0, 0, 0, 0, 0, 0, 2));
        assertThat(liens()).containsExactly("cristelle.durand|Dylan|1|ACTIF", "jean.petit|Dylan|1|RETIRE");
        assertThat(base.compter("SELECT COUNT(*) FROM inscription WHERE uai = '0330002B' AND sorti_le IS NOT NULL"))
                .isEqualTo(1);
        assertThat(base.lire("SELECT numero FROM identite_eleve WHERE disparu_le IS NOT NULL"))
                .containsExactly("2600002");

        appliquer(Annuaire.delta("20261126")
                .personne("2900002", "M.", "PETIT", "Jean", "", "")
                .changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$10$1$1$1$1", "2900002$20$0$1$0$0"));
        assertThat(liens()).containsExactly("cristelle.durand|Dylan|1|ACTIF", "jean.petit|Dylan|1|ACTIF");
    }

    @Test
    void effacerPuisAjouterEstUnChangement() throws Exception {
        Livraison livraison = appliquer(Annuaire.delta("20261125")
                .retirerUnePersonne("2900001")
                .personne("2900001", "Mme", "DURAND", "Cristelle", "neuf@exemple.fr", ""));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(1, 0, 1, 0, 0, 0, 0));
        assertThat(personne("2900001")).startsWith("MME|DURAND|Cristelle|neuf@exemple.fr|∅|");
        assertThat(liens()).contains("cristelle.durand|Dylan|1|ACTIF");
    }

    @Test
    void unNumeroInconnuEstDitEtLeResteContinue() throws Exception {
        Livraison livraison = appliquer(Annuaire.delta("20261125")
                .changerUnePersonne("2977777", "mail", "personne@exemple.fr")
                .retirerUnePersonne("2966666")
                .retirerUnEleve("2655555")
                .retirerUnEtablissement("599")
                .changerUnEtablissement("598", "ENTStructureNomCourant", "RIEN")
                .changerUnEleve("2644444", "ENTElevePersRelEleve", "2900001$10$1$1$1$1")
                .sansNumero()
                .changerUnePersonne("2900002", "mail", "jean@exemple.fr"));
        assertThat(livraison.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(4, 0, 1, 0, 3, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.ELEVE)).isEqualTo(new Decompte(2, 0, 0, 0, 2, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.ETABLISSEMENT)).isEqualTo(new Decompte(2, 0, 0, 0, 2, 0, 0));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(1, 0, 0, 0, 1, 0, 0));
        assertThat(atelier.livraisons.remarques(livraison, 0, 100).stream()
                        .map(r -> r.remarque().code() + " " + r.remarque().numero()))
                .containsExactlyInAnyOrder(
                        "NUMERO_ABSENT ",
                        "FICHE_INCONNUE 599",
                        "FICHE_INCONNUE 598",
                        "FICHE_INCONNUE 2977777",
                        "FICHE_INCONNUE 2966666",
                        "FICHE_INCONNUE 2655555",
                        "ELEVE_INCONNU 2644444 / 2900001",
                        "FICHE_INCONNUE 2644444");
        assertThat(personne("2900002")).contains("jean@exemple.fr");
    }

    @Test
    void uneClasseChangeUneClasseSEfface() throws Exception {
        appliquer(Annuaire.delta("20261125").changerUnEleve("2600001", "ENTEleveClasses", "501$4 A"));
        assertThat(base.lire("SELECT uai, classe FROM eleve WHERE prenom = 'Dylan'"))
                .containsExactly("0330001A|4 A");
        appliquer(Annuaire.delta("20261126").changerUnEleve("2600001", "ENTEleveClasses"));
        assertThat(base.lire("SELECT uai, classe FROM eleve WHERE prenom = 'Dylan'"))
                .containsExactly("0330001A|∅");
        appliquer(Annuaire.delta("20261126").changerUnEleve("2600001", "ENTEleveClasses", "502$2 A"));
        assertThat(base.lire("SELECT i.uai, i.classe, i.sorti_le IS NULL FROM inscription AS i JOIN eleve AS e"
                        + " ON e.id = i.eleve_id WHERE e.prenom = 'Dylan' ORDER BY 1"))
                .containsExactly("0330001A|∅|0", "0330002B|2 A|1");
    }

    @Test
    void unLienVersUneFicheEffaceeEstRefuse() throws Exception {
        Livraison livraison = appliquer(Annuaire.delta("20261125")
                .retirerUnePersonne("2900001")
                .changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$10$1$1$1$1", "2900002$20$0$1$0$0"));
        assertThat(livraison.compteurs().de(Sorte.LIEN)).isEqualTo(new Decompte(2, 0, 0, 1, 1, 0, 1));
        assertThat(liens()).containsExactly("cristelle.durand|Dylan|1|RETIRE", "jean.petit|Dylan|1|ACTIF");
    }

    @Test
    void lesMemesDifferencesDeuxJoursDeSuiteSontDeuxLivraisons() throws Exception {
        appliquer(Annuaire.delta("20261125").changerUnePersonne("2900002", "mail", "jean@exemple.fr"));
        Livraison encore =
                appliquer(Annuaire.delta("20261126").changerUnePersonne("2900002", "mail", "jean@exemple.fr"));
        assertThat(encore.compteurs().de(Sorte.PERSONNE)).isEqualTo(new Decompte(1, 0, 0, 1, 0, 0, 0));
    }
}
