package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Manches;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import fr.academie.teleservices.evenement.EvenementService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Une personne qu'une source a nommée et qui attend encore son compte est la même quand une autre source la nomme : un seul compte. */
class PersonnesEnAttenteTest {

    private static final String LYCEE = "0330002B";
    private static final String EN_ATTENTE =
            "SELECT COUNT(*) FROM identite_responsable WHERE responsable_id IS NULL AND prenom IS NOT NULL";
    private static final String NOMMEES = "SELECT i.numero, r.identifiant FROM identite_responsable AS i"
            + " LEFT JOIN responsable AS r ON r.id = i.responsable_id ORDER BY i.numero";
    private static final String CONSTATS = "SELECT i.numero, e.prenom, r.identifiant FROM constat AS c"
            + " JOIN identite_responsable AS i ON i.id = c.identite_id JOIN eleve AS e ON e.id = c.eleve_id"
            + " LEFT JOIN responsable AS r ON r.id = c.responsable_id ORDER BY i.numero, e.prenom";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final AtelierDImport creer = new AtelierDImport(base);
    private final AtelierDImport attendre =
            new AtelierDImport(base.source(), Map.of("alimentation.comptes", "attendre"));
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private final CreationService bureau = bureau(creer.atelier);

    @TempDir
    private Path dossier;

    @BeforeEach
    void vider() {
        base.vider();
        familles.etablissement();
    }

    static CreationService bureau(Atelier atelier) {
        return new CreationService(
                atelier.lignee,
                atelier.creations,
                atelier.comptes,
                atelier.scolarite,
                atelier.rattachements,
                atelier.courriers,
                atelier.journal,
                atelier.bureau,
                new EvenementService(atelier.scolarite, atelier.transactions),
                atelier.transactions,
                atelier.horloge);
    }

    static Exports siecle() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5B")
                .personne("91001", "MME", "DURAND", "Cristelle", "", "")
                .lien("73001", "91001", 1, 10);
    }

    private static Annuaire annuaire(String date) {
        return etablissements(date).personne("2900001", "Mme", "DURAND", "Cristelle", "", "");
    }

    private static Annuaire etablissements(String date) {
        return Annuaire.complet(date)
                .etablissement("501", Familles.UAI, "CLG$DU MOULIN$TALENCE", "COLLEGE")
                .etablissement("502", LYCEE, "LYC$HAUTE-FUTAIE$TALENCE", "LYCEE PROFESSIONNEL");
    }

    private static Annuaire dylan(Annuaire annuaire, String... liens) {
        return annuaire.eleve("2600001", "DURAND", "Dylan", "11/04/2012", "501$5 B", liens);
    }

    static Annuaire complet(String date) {
        return dylan(annuaire(date), "2900001$10$1$1$1$1");
    }

    private void unSeulCompte(String... lignes) {
        assertThat(base.lire("SELECT identifiant FROM responsable")).containsExactly("cristelle.durand");
        assertThat(base.lire(NOMMEES)).containsExactly(lignes);
        assertThat(base.compter(EN_ATTENTE)).isZero();
        assertThat(base.lire("SELECT DISTINCT r.identifiant FROM constat AS c"
                        + " LEFT JOIN responsable AS r ON r.id = c.responsable_id"))
                .containsExactly("cristelle.durand");
        assertThat(bureau.attendus(agent, null, null)).isEmpty();
    }

    @Test
    void siecleLaNommePuisLAnnuaireLuiFaitUnCompte() throws Exception {
        creer.importer(siecle(), dossier);
        assertThat(base.compter(EN_ATTENTE)).isEqualTo(1);
        Livraison lue = creer.importer(complet("20261124"), dossier);
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
        assertThat(base.lire("SELECT niveau, lien, etat, origine FROM rattachement"))
                .containsExactly("1|10|ACTIF|IMPORT");
        assertThat(base.lire("SELECT type FROM evenement")).containsExactly("COMPTE_CREE");
        assertThat(base.lire("SELECT regle FROM livraison_personne WHERE livraison_id = " + lue.id()))
                .containsExactly("MEME_ELEVE");
        assertThat(creer.livraisons.personnes(lue, Ecart.NOUVEAU, 0, 10))
                .extracting(PersonneApercu::aUnCompte)
                .as("elle n'en avait pas")
                .containsExactly(false);
    }

    @Test
    void lAnnuaireLaNommeEtAttendPuisSiecle() throws Exception {
        attendre.importer(complet("20261124"), dossier);
        creer.importer(siecle(), dossier);
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isZero();
        assertThat(base.compter(EN_ATTENTE)).isEqualTo(2);
        Attendu attendu = bureau.attendus(agent, null, null).get(0);

        bureau.creer(agent, attendu.id());

        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    @Test
    void siecleLaNommePuisLAnnuaireAttend() throws Exception {
        creer.importer(siecle(), dossier);
        attendre.importer(complet("20261124"), dossier);
        familles.lier(familles.actif("cristelle.durand"), familles.eleve("Autre"));
        Attendu attendu = bureau.attendus(agent, null, null).get(1);
        long compte = base.compter("SELECT id FROM responsable");

        assertThat(bureau.rattacher(agent, attendu.id(), compte)).isTrue();

        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    @Test
    void uneFoisNommeesUnSecondBureauNAPlusRienADonner() throws Exception {
        creer.importer(siecle(), dossier);
        attendre.importer(complet("20261124"), dossier);
        List<Attendu> attendus = bureau.attendus(agent, null, null);
        assertThat(bureau.creer(agent, attendus.get(0).id())).isPresent();
        assertThat(bureau.creer(agent, attendus.get(1).id())).isEmpty();
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    /** L'annuaire la connaissait, sans compte et sans lien avec ce que SIECLE a nommé depuis : un lien neuf lui en fait un. */
    @Test
    void laSecondePorte() throws Exception {
        creer.importer(dylan(annuaire("20261124")), dossier);
        creer.importer(siecle(), dossier);
        assertThat(base.lire(NOMMEES)).containsExactly("2900001|∅", "91001|∅");
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE meme_que IS NOT NULL"))
                .isZero();

        creer.importer(
                Annuaire.delta("20261125").changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$10$1$1$1$1"),
                dossier);

        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    /** Réunies quand l'annuaire attendait, elles prennent ensemble le compte que lui vaut un lien neuf. */
    @Test
    void laSecondePorteOuvreATousSesNumeros() throws Exception {
        creer.importer(siecle(), dossier);
        attendre.importer(complet("20261124"), dossier);
        creer.importer(
                Annuaire.delta("20261125")
                        .eleve("2600002", "DURAND", "Emma", "03/05/2014", "501$6 C", "2900001$10$1$1$1$1"),
                dossier);
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
        assertThat(base.lire(CONSTATS))
                .containsExactly(
                        "2900001|Dylan|cristelle.durand",
                        "2900001|Emma|cristelle.durand",
                        "91001|Dylan|cristelle.durand");
    }

    @Test
    void laSecondePorteMeneAuCompteQuElleADeja() throws Exception {
        creer.importer(dylan(annuaire("20261124")), dossier);
        creer.importer(siecle(), dossier);
        bureau.creer(agent, bureau.attendus(agent, null, null).get(0).id());
        creer.importer(
                Annuaire.delta("20261125").changerUnEleve("2600001", "ENTElevePersRelEleve", "2900001$10$1$1$1$1"),
                dossier);
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    @Test
    void leBureauLuiDonneUnCompteEntreLaLectureEtLApplication() throws Exception {
        creer.importer(siecle(), dossier);
        Livraison livraison = creer.preparer(complet("20261124").poser(dossier));
        creer.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        bureau.creer(agent, bureau.attendus(agent, null, null).get(0).id());
        creer.appliquer(livraison, 100);
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand");
    }

    @Test
    void uneCiviliteContraireEnFaitDeuxPersonnes() throws Exception {
        creer.importer(siecle(), dossier);
        creer.importer(
                dylan(
                        etablissements("20261124").personne("2900001", "M.", "DURAND", "Cristelle", "", ""),
                        "2900001$20$1$1$1$1"),
                dossier);
        assertThat(base.lire(NOMMEES)).containsExactly("2900001|cristelle.durand", "91001|∅");
    }

    @Test
    void deDeuxHomonymesAupresDuMemeEleveOnNeChoisitPas() throws Exception {
        creer.importer(
                siecle().personne("91002", "MME", "DURAND", "Cristelle", "", "").lien("73001", "91002", 2, 39),
                dossier);
        creer.importer(complet("20261124"), dossier);
        assertThat(base.lire(NOMMEES)).containsExactly("2900001|cristelle.durand", "91001|∅", "91002|∅");
    }

    @Test
    void deDeuxPersonnesDeLAnnuaireUneSeulePrendSaPlace() throws Exception {
        creer.importer(siecle(), dossier);
        creer.importer(
                dylan(
                        annuaire("20261124").personne("2900002", "Mme", "DURAND", "Cristelle", "", ""),
                        "2900001$10$1$1$1$1",
                        "2900002$39$0$1$0$0"),
                dossier);
        assertThat(base.lire(NOMMEES))
                .containsExactly("2900001|cristelle.durand", "2900002|cristelle.durand1", "91001|cristelle.durand");
    }

    @Test
    void unAncienNumeroEncoreDansLeFichierEnFaitUneAutre() throws Exception {
        creer.importer(siecle(), dossier);
        creer.importer(
                siecle().personne("91009", "MME", "DURAND", "Cristelle", "", "")
                        .lien("73001", "91009", 2, 39)
                        .horodatage("25/11/2026 08:00:00"),
                dossier);
        assertThat(base.compter("SELECT COUNT(*) FROM identite_responsable WHERE meme_que IS NOT NULL"))
                .isZero();
    }

    @Test
    void unNumeroQueLeFichierARemplaceLaNommeEncore() throws Exception {
        creer.importer(siecle(), dossier);
        creer.importer(
                siecle().sansPersonne("91001")
                        .sansLien("73001", "91001")
                        .personne("91009", "MME", "DURAND", "Cristelle", "", "")
                        .lien("73001", "91009", 1, 10)
                        .horodatage("25/11/2026 08:00:00"),
                dossier);
        assertThat(bureau.attendus(agent, null, null)).hasSize(1);
        creer.importer(complet("20261124"), dossier);
        unSeulCompte("2900001|cristelle.durand", "91001|cristelle.durand", "91009|cristelle.durand");
    }

    private void deuxEcoles() throws Exception {
        familles.etablissement(LYCEE, "Haute-Futaie");
        creer.importer(siecle(), dossier);
        Exports lycee = new Exports()
                .uaj(LYCEE)
                .eleve("5", "DURAND", "Lou", "01/02/2009", "2 B")
                .personne("7", "MME", "DURAND", "Cristelle", "", "")
                .lien("5", "7", 1, 10);
        Livraison livraison = creer.preparer(Set.of(LYCEE), lycee.eleves(dossier), lycee.responsables(dossier));
        creer.livraisons.valider(livraison, AtelierDImport.SECRETARIAT, true);
        creer.appliquer(livraison, 100);
    }

    private static Annuaire dylanEtLou() {
        return complet("20261124").eleve("2600002", "DURAND", "Lou", "01/02/2009", "502$2 B", "2900001$10$1$1$1$1");
    }

    @Test
    void deuxEcolesEtDeuxEleves() throws Exception {
        deuxEcoles();
        assertThat(base.compter(EN_ATTENTE)).isEqualTo(2);
        creer.importer(dylanEtLou(), dossier);
        unSeulCompte("2900001|cristelle.durand", "7|cristelle.durand", "91001|cristelle.durand");
        assertThat(base.lire("SELECT e.prenom, l.etat FROM rattachement AS l JOIN eleve AS e ON e.id = l.eleve_id"
                        + " ORDER BY 1"))
                .containsExactly("Dylan|ACTIF", "Lou|ACTIF");
    }

    @Test
    void deuxEcolesQueLAnnuaireReunitEnAttendant() throws Exception {
        deuxEcoles();
        attendre.importer(dylanEtLou(), dossier);
        assertThat(base.compter(EN_ATTENTE)).isEqualTo(3);
        Agent lycee = Atelier.agent("secretariat.nord", LYCEE);
        bureau.creer(lycee, bureau.attendus(lycee, null, null).get(0).id());
        unSeulCompte("2900001|cristelle.durand", "7|cristelle.durand", "91001|cristelle.durand");
    }

    @Test
    void deuxComptesDonnesEntreTempsNeSeMelentPas() throws Exception {
        deuxEcoles();
        Livraison livraison = creer.preparer(dylanEtLou().poser(dossier));
        creer.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        Agent lycee = Atelier.agent("secretariat.nord", LYCEE);
        bureau.creer(lycee, bureau.attendus(lycee, null, null).get(0).id());
        bureau.creer(agent, bureau.attendus(agent, null, null).get(0).id());
        creer.appliquer(livraison, 100);
        assertThat(base.lire(NOMMEES))
                .as("comme s'ils avaient été là à la lecture : entre deux comptes on ne choisit pas")
                .containsExactly("2900001|cristelle.durand2", "7|cristelle.durand", "91001|cristelle.durand1");
    }

    @Test
    @Tag("courses")
    void coupeeAuMilieuElleReprendSansSecondCompte() throws Exception {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                HikariDataSource source = base.source(mandataire.url(), 2)) {
            AtelierDImport coupe = new AtelierDImport(source);
            List<String> attendu = appliquer(coupe, 0, () -> {});
            for (Coupure coupure : List.of(Coupure.AVANT_VALIDATION, Coupure.APRES_VALIDATION)) {
                for (int lot : Manches.parmi(5, 12)) {
                    int avant = mandataire.coupures();
                    List<String> etat = appliquer(coupe, lot, () -> mandataire.couper(coupure));
                    assertThat(mandataire.coupures()).isEqualTo(avant + 1);
                    assertThat(etat).as("%s au lot %s", coupure, lot).isEqualTo(attendu);
                    unSeulCompte("2900001|cristelle.durand", "7|cristelle.durand", "91001|cristelle.durand");
                }
            }
        }
    }

    /** Un écart par lot, coupé à celui-ci ; la tâche reprend. Rend l'état où elle finit. */
    private List<String> appliquer(AtelierDImport atelier, int lot, Runnable couper) throws Exception {
        vider();
        creer.atelier.horloge.arreterA(AtelierDImport.LE);
        deuxEcoles();
        Livraison livraison = creer.preparer(dylanEtLou().poser(dossier));
        creer.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        boolean reste = true;
        for (int i = 1; reste; i++) {
            if (i == lot) {
                couper.run();
            }
            try {
                reste = atelier.application.avancer(livraison.id(), new Rythme(1));
            } catch (RuntimeException coupe) {
                assertThat(i).as("%s", coupe).isBetween(lot, lot + 2);
            }
        }
        return EtatImporte.lire(base);
    }
}
