package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Des parents regroupent leurs comptes pendant qu'un import les change : rien ne se perd, rien ne se double, quel que soit l'ordre. */
@EssaiLong("des imports et des parents ensemble ; ApplicationInterrompueTest garde la reprise d'un import")
class ConcurrenceDesImportsTest {

    private static final int MANCHES = 60;
    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final AtelierDImport atelier = new AtelierDImport(base);

    @TempDir
    private Path dossier;

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    @Test
    void unRegroupementPendantUnImport() throws Exception {
        base.vider();
        atelier.importer(
                Annuaire.complet("20261124").etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE"),
                dossier);
        familles.actif("modele");
        int faits = 0;
        for (int manche = 0; manche < MANCHES; manche++) {
            faits += manche(manche) ? 1 : 0;
        }
        assertThat(faits).isEqualTo(MANCHES);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(MANCHES);
    }

    /** Deux comptes d'une personne, un troisième d'une autre ; l'import change leurs liens et leurs coordonnées, et en ajoute un. */
    private boolean manche(int n) throws Exception {
        String a = "29" + n + "1";
        String b = "29" + n + "2";
        String c = "29" + n + "3";
        String e = "26" + n + "1";
        String f = "26" + n + "2";
        atelier.importer(
                Annuaire.delta("20261125")
                        .personne(a, "M.", "PETIT", "Jean", "un" + n + "@exemple.fr", "")
                        .personne(b, "M.", "PETIT", "Jean", "deux" + n + "@exemple.fr", "")
                        .personne(c, "Mme", "DURAND", "Ana", "", "")
                        .eleve(e, "PETIT", "Un" + n, "11/04/2012", "501$5 B", a + "$20$1$1$1$1")
                        .eleve(f, "PETIT", "Deux" + n, "11/04/2013", "501$6 B", b + "$20$1$1$1$1", c + "$10$1$1$1$1"),
                dossier);
        base.executer("UPDATE responsable AS r JOIN responsable AS m ON m.identifiant = 'modele' SET r.etat = 'ACTIF',"
                + " r.mot_de_passe = m.mot_de_passe, r.active_le = UTC_TIMESTAMP(3) WHERE r.etat = 'CREE'");
        long principal = compte(a);
        long secondaire = compte(b);
        Livraison livraison = atelier.preparer(Annuaire.delta("20261125")
                .changerUnePersonne(a, "mail", "neuf" + n + "@exemple.fr")
                .changerUnePersonne(b, "mail", "autre" + n + "@exemple.fr")
                .changerUnEleve(e, "ENTElevePersRelEleve", a + "$50$1$1$1$1", b + "$20$0$1$0$0")
                .changerUnEleve(f, "ENTElevePersRelEleve", b + "$50$1$1$1$1", a + "$20$0$1$0$0")
                .poser(dossier));
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        boolean fait = courir(livraison, principal, secondaire, n % 7);
        verifier(e, f, principal, c);
        return fait;
    }

    private long compte(String numero) {
        return base.compter("SELECT responsable_id FROM identite_responsable WHERE numero = '" + numero + "'");
    }

    private boolean courir(Livraison livraison, long principal, long secondaire, int avance) throws Exception {
        String identifiant = base.lire("SELECT identifiant FROM responsable WHERE id = " + principal)
                .get(0);
        Demandeur demandeur = Atelier.demandeur(principal, identifiant, familles.session(identifiant));
        CyclicBarrier depart = new CyclicBarrier(2);
        List<Future<Boolean>> courses = FILS.invokeAll(List.<Callable<Boolean>>of(
                () -> {
                    depart.await();
                    atelier.appliquer(livraison, 1 + avance % 3);
                    return true;
                },
                () -> {
                    depart.await();
                    Thread.sleep(avance);
                    return regrouper(demandeur, secondaire);
                }));
        assertThat(courses.get(0).get()).isTrue();
        return courses.get(1).get();
    }

    /** Un parent à qui l'on dit que les comptes ont changé revoit la page et confirme. */
    private boolean regrouper(Demandeur demandeur, long secondaire) throws Exception {
        for (int essai = 0; essai < 20; essai++) {
            UUID jeton = DemandesDEssai.ouvrir(atelier.atelier, demandeur, secondaire);
            try {
                atelier.atelier.regroupements.confirmer(demandeur, jeton, atelier.atelier.vue(demandeur, jeton));
                return true;
            } catch (RegroupementRefuse change) {
                assertThat(change.code().name()).isEqualTo("COMPTES_CHANGES");
            }
        }
        return false;
    }

    private void verifier(String e, String f, long principal, String autre) {
        assertThat(base.lire("SELECT etat FROM livraison WHERE etat <> 'APPLIQUEE'"))
                .isEmpty();
        assertThat(base.lire("SELECT n.numero, l.responsable_id, l.niveau, l.lien FROM rattachement AS l"
                        + " JOIN identite_eleve AS n ON n.eleve_id = l.eleve_id WHERE n.numero IN ('" + e + "', '" + f
                        + "') AND l.etat = 'ACTIF' ORDER BY 1"))
                .as("les deux élèves sont au compte qui reste, au titre le plus fort que dit la source")
                .containsExactly(e + "|" + principal + "|1|20", f + "|" + principal + "|1|20");
        assertThat(base.lire("SELECT l.etat FROM rattachement AS l WHERE l.responsable_id = " + compte(autre)))
                .containsExactly("RETIRE");
        assertThat(base.lire("SELECT i.numero FROM identite_responsable AS i JOIN responsable AS r ON r.id ="
                        + " i.responsable_id WHERE r.etat = 'FERME' UNION SELECT c.identite_id FROM constat AS c"
                        + " JOIN responsable AS r ON r.id = c.responsable_id WHERE r.etat = 'FERME'"))
                .as("aucun compte fermé ne porte rien")
                .isEmpty();
        assertThat(base.lire(
                        "SELECT c.identite_id FROM constat AS c JOIN identite_responsable AS i ON i.id = c.identite_id"
                                + " WHERE NOT (c.responsable_id <=> i.responsable_id)"))
                .as("sans rupture, un constat suit sa personne")
                .isEmpty();
    }
}
