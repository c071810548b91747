package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ce qu'un établissement a partagé entre deux comptes, les imports qui suivent ne le remêlent pas. */
class RuptureEtImportTest {

    private static final String CONSTATS =
            "SELECT e.prenom, r.identifiant FROM constat AS c JOIN eleve AS e ON e.id = c.eleve_id"
                    + " JOIN responsable AS r ON r.id = c.responsable_id ORDER BY e.prenom";
    private static final String LIENS = "SELECT e.prenom, r.identifiant, l.etat FROM rattachement AS l"
            + " JOIN eleve AS e ON e.id = l.eleve_id JOIN responsable AS r ON r.id = l.responsable_id"
            + " WHERE r.etat <> 'FERME' ORDER BY e.prenom, r.identifiant";
    private static final String PERSONNE =
            "SELECT r.identifiant FROM identite_responsable AS i JOIN responsable AS r ON r.id = i.responsable_id";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final AtelierDImport atelier = new AtelierDImport(base);
    private final Familles familles = new Familles(base);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    @TempDir
    private Path dossier;

    private long dylan;
    private long compte;
    private String nouveau;
    private int jour = 1;

    @BeforeEach
    void casser() throws Exception {
        base.vider();
        familles.etablissement();
        dylan = familles.eleve("Dylan");
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, dylan);
        importer(durand());
        base.executer("UPDATE rattachement SET origine = 'IMPORT'");
        atelier.atelier.casser(agent, atelier.atelier.ruptures.demander(agent, compte, List.of(dylan)));
        nouveau = base.lire("SELECT r.identifiant FROM rupture AS u JOIN responsable AS r ON r.id = u.nouveau_id")
                .get(0);
        assertThat(base.lire(CONSTATS)).containsExactly("Dylan|" + nouveau, "Emma|cristelle.durand");
        assertThat(base.lire(PERSONNE)).containsExactly("cristelle.durand");
    }

    private static Exports durand() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5B")
                .eleve("73002", "DURAND", "Emma", "03/05/2014", "6 C")
                .personne("91001", "MME", "DURAND", "Cristelle", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73002", "91001", 1, 10);
    }

    private void importer(Exports exports) throws Exception {
        atelier.importer(exports.horodatage(String.format("25/11/2026 0%d:00:00", jour++)), dossier);
    }

    @Test
    void unLienPartiPuisRevenuVaAuCompteQueLaRuptureAFait() throws Exception {
        importer(durand().sansLien("73001", "91001"));
        assertThat(base.lire(CONSTATS)).containsExactly("Emma|cristelle.durand");
        importer(durand());

        assertThat(base.lire(CONSTATS)).containsExactly("Dylan|" + nouveau, "Emma|cristelle.durand");
        assertThat(base.lire(LIENS))
                .containsExactly(
                        "Dylan|cristelle.durand|RETIRE", "Dylan|" + nouveau + "|ACTIF", "Emma|cristelle.durand|ACTIF");
        assertThat(base.compter("SELECT COUNT(*) FROM livraison_remarque WHERE code = 'LIEN_RETIRE'"))
                .isZero();
    }

    @Test
    void ilVaLaOuLeCompteNouveauAEteRegroupe() throws Exception {
        importer(durand().sansLien("73001", "91001"));
        long garde = familles.actif("cristelle.garde");
        regrouper(garde);
        importer(durand());
        assertThat(base.lire(CONSTATS)).containsExactly("Dylan|cristelle.garde", "Emma|cristelle.durand");
    }

    @Test
    void regroupeAvecLeCompteCasseIlYRevient() throws Exception {
        importer(durand().sansLien("73001", "91001"));
        regrouper(compte);
        importer(durand());
        assertThat(base.lire(CONSTATS)).containsExactly("Dylan|cristelle.durand", "Emma|cristelle.durand");
    }

    @Test
    void unAutreElevePartiPuisRevenuResteSurLeCompteCasse() throws Exception {
        importer(durand().sansLien("73002", "91001")
                .personne("91003", "M.", "DURAND", "Marc", "", "")
                .lien("73002", "91003", 1, 20)
                .lien("73001", "91001", 2, 10));
        importer(durand());
        assertThat(base.lire(CONSTATS)).contains("Dylan|" + nouveau);
    }

    @Test
    void laPersonneSuitQuandUnImportEmporteSonDernierConstatAuCompteCasse() throws Exception {
        importer(durand().sansLien("73002", "91001"));
        assertThat(base.lire(CONSTATS)).containsExactly("Dylan|" + nouveau);
        assertThat(base.lire(PERSONNE)).as("tous ses constats sont là").containsExactly(nouveau);
        assertThat(base.lire("SELECT r.identifiant FROM identite_responsable AS i JOIN responsable AS r ON r.id ="
                        + " i.origine_id"))
                .as("le premier compte qu'elle a nommé ne change pas")
                .containsExactly("cristelle.durand");
        assertThat(base.lire("SELECT r.identifiant, v.charge LIKE '%91001%' FROM evenement AS v JOIN responsable AS"
                        + " r ON r.id = v.responsable_id WHERE v.id > (SELECT MAX(id) - 2 FROM evenement)"
                        + " ORDER BY r.identifiant"))
                .as("les abonnés apprennent que le numéro a changé de compte")
                .containsExactly("cristelle.durand|0", nouveau + "|1");
    }

    @Test
    void laPersonneSansPlusAucunConstatReste() throws Exception {
        importer(durand().sansLien("73002", "91001").sansLien("73001", "91001"));
        assertThat(base.lire(CONSTATS)).isEmpty();
        assertThat(base.lire(PERSONNE)).containsExactly("cristelle.durand");
    }

    private void regrouper(long garde) {
        String id = "(SELECT nouveau_id FROM rupture)";
        base.executer(
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + garde + ", " + id
                        + ", UTC_TIMESTAMP(3), 'x', 'FAMILLE_FAMILLE', 'ACTIF')",
                "UPDATE identite_responsable SET responsable_id = " + garde + " WHERE responsable_id = " + id,
                "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'REGROUPEMENT', mot_de_passe = NULL,"
                        + " provisoire_expire_le = NULL, ferme_le = UTC_TIMESTAMP(3) WHERE id = " + id);
    }
}
