package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Manches;
import fr.academie.teleservices.rupture.RefusRupture;
import fr.academie.teleservices.rupture.RuptureRefusee;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Un établissement partage un compte avant, entre et pendant les lots de l'annuaire : chaque lien finit au compte que l'agent a voulu. */
class RuptureEtAnnuaireTest {

    private static final int LOTS = 14;
    private static final int MANCHES = 30;
    private static final ExecutorService FILS = Executors.newCachedThreadPool();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final AtelierDImport atelier = new AtelierDImport(base);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    @TempDir
    private Path dossier;

    @AfterAll
    static void arreter() {
        FILS.shutdownNow();
    }

    private void remplir() throws Exception {
        base.vider();
        familles.etablissement();
        atelier.atelier.horloge.arreterA(AtelierDImport.LE);
        atelier.importer(
                dylan("20261124").eleve("2600002", "DURAND", "Emma", "03/05/2014", "501$6 C", "2900001$10$1$1$1$1"),
                dossier);
        familles.actif("modele");
        base.executer("UPDATE responsable AS r JOIN responsable AS m ON m.identifiant = 'modele' SET r.etat = 'ACTIF',"
                + " r.mot_de_passe = m.mot_de_passe, r.active_le = UTC_TIMESTAMP(3) WHERE r.etat = 'CREE'");
    }

    private static Annuaire dylan(String date) {
        return Annuaire.complet(date)
                .etablissement("501", Familles.UAI, "CLG$DU MOULIN$TALENCE", "COLLEGE")
                .personne("2900001", "Mme", "DURAND", "Cristelle", "", "")
                .eleve("2600001", "DURAND", "Dylan", "11/04/2012", "501$5 B", "2900001$10$1$1$1$1");
    }

    /** La livraison change les liens de Dylan et d'Emma, ajoute Lou à la même personne, et donne une adresse. */
    private Livraison preparer() throws Exception {
        remplir();
        Livraison livraison = atelier.preparer(Annuaire.delta("20261125")
                .changerUnePersonne("2900001", "mail", "cristelle@exemple.fr")
                .changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$50$1$1$1$1")
                .changerUnEleve("2600002", "ENTElevePersRelEleve", "2900001$50$1$1$1$1")
                .eleve("2600003", "DURAND", "Lou", "01/02/2015", "501$6 C", "2900001$10$1$1$1$1")
                .poser(dossier));
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        return livraison;
    }

    private void casser() throws RuptureRefusee {
        long compte = base.compter("SELECT id FROM responsable WHERE identifiant = 'cristelle.durand'");
        long dylan = base.compter("SELECT eleve_id FROM identite_eleve WHERE numero = '2600001'");
        atelier.atelier.casser(agent, atelier.atelier.ruptures.demander(agent, compte, List.of(dylan)));
    }

    private void verifier(String quand) {
        String nouveau = base.lire(
                        "SELECT r.identifiant FROM rupture AS u JOIN responsable AS r ON r.id = u.nouveau_id")
                .get(0);
        assertThat(base.lire("SELECT etat FROM livraison ORDER BY id"))
                .as(quand)
                .containsExactly("APPLIQUEE", "APPLIQUEE");
        assertThat(base.lire("SELECT e.prenom, r.identifiant, c.niveau, c.lien FROM constat AS c JOIN eleve AS e"
                        + " ON e.id = c.eleve_id JOIN responsable AS r ON r.id = c.responsable_id ORDER BY 1"))
                .as(quand)
                .containsExactly(
                        "Dylan|" + nouveau + "|1|50", "Emma|cristelle.durand|1|50", "Lou|cristelle.durand|1|10");
        assertThat(base.lire("SELECT e.prenom, r.identifiant, l.lien FROM rattachement AS l JOIN eleve AS e"
                        + " ON e.id = l.eleve_id JOIN responsable AS r ON r.id = l.responsable_id"
                        + " WHERE l.etat = 'ACTIF' ORDER BY 1"))
                .as(quand)
                .containsExactly("Dylan|" + nouveau + "|50", "Emma|cristelle.durand|50", "Lou|cristelle.durand|10");
        assertThat(base.lire("SELECT i.numero, r.identifiant FROM identite_responsable AS i"
                        + " JOIN responsable AS r ON r.id = i.responsable_id"))
                .as(quand)
                .containsExactly("2900001|cristelle.durand");
    }

    @Test
    @Tag("courses")
    void entreDeuxLotsQuelsQuIlsSoient() throws Exception {
        int faits = 0;
        for (int coupe : Manches.parmi(0, LOTS)) {
            Livraison livraison = preparer();
            boolean reste = true;
            for (int lot = 0; reste || lot <= coupe; lot++) {
                if (lot == coupe) {
                    casser();
                }
                if (reste) {
                    reste = atelier.application.avancer(livraison.id(), new Rythme(1));
                    faits = Math.max(faits, lot);
                }
            }
            verifier("avant le lot " + coupe);
        }
        assertThat(faits)
                .as("la rupture est passée avant, entre et après tous les lots")
                .isLessThan(LOTS);
    }

    /** Son dernier élève au compte cassé n'est plus dans l'annuaire : le délai passé, elle suit l'autre, et les abonnés l'apprennent. */
    @Test
    void leRetraitDUnDisparuFaitSuivreLaPersonneEtLAnnonce() throws Exception {
        remplir();
        casser();
        atelier.importer(dylan("20261125"), dossier);
        long avant = base.compter("SELECT MAX(id) FROM evenement");
        atelier.atelier.horloge.avancer(Duration.ofDays(61));

        assertThat(atelier.disparus.retirer()).isEqualTo(1);

        String nouveau = base.lire(
                        "SELECT r.identifiant FROM rupture AS u JOIN responsable AS r ON r.id = u.nouveau_id")
                .get(0);
        assertThat(base.lire("SELECT r.identifiant FROM identite_responsable AS i"
                        + " JOIN responsable AS r ON r.id = i.responsable_id"))
                .containsExactly(nouveau);
        assertThat(base.lire("SELECT r.identifiant, v.type, v.charge LIKE '%2900001%' FROM evenement AS v"
                        + " JOIN responsable AS r ON r.id = v.responsable_id WHERE v.id > " + avant
                        + " ORDER BY r.identifiant"))
                .as("chacun une fois, avec les numéros qu'il a à présent")
                .containsExactly("cristelle.durand|RATTACHEMENTS_MODIFIES|0", nouveau + "|RATTACHEMENTS_MODIFIES|1");
    }

    @EssaiLong("une rupture pendant un lot, à chaque instant ; RuptureEtAnnuaireTest garde celles d'entre deux lots")
    @Test
    void pendantUnLot() throws Exception {
        for (int manche = 0; manche < MANCHES; manche++) {
            Livraison livraison = preparer();
            int avance = manche % 6;
            CyclicBarrier depart = new CyclicBarrier(2);
            List<Future<Boolean>> courses = FILS.invokeAll(List.<Callable<Boolean>>of(
                    () -> {
                        depart.await();
                        atelier.appliquer(livraison, 1 + avance % 3);
                        return true;
                    },
                    () -> {
                        depart.await();
                        Thread.sleep(2L * avance);
                        return insister();
                    }));
            assertThat(courses.get(0).get()).isTrue();
            assertThat(courses.get(1).get()).isTrue();
            verifier("manche " + manche);
        }
    }

    /** Un agent à qui l'on dit que le compte a changé revoit la page et confirme. */
    private boolean insister() throws RuptureRefusee {
        for (int essai = 0; essai < 20; essai++) {
            try {
                casser();
                return true;
            } catch (RuptureRefusee change) {
                assertThat(change.code()).isEqualTo(RefusRupture.FAITS_CHANGES);
            }
        }
        return false;
    }
}
