package fr.academie.teleservices.suivi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les nombres du suivi, et la liste derrière chacun. */
@Tag("fuseau")
class SuiviServiceTest {

    private static final String AILLEURS = "0330002B";
    private static final Agent AGENT = Atelier.agent("secretariat.moulin", Familles.UAI);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final SuiviService suivi = new SuiviService(
            atelier.transactions,
            new JournalDuBureau(atelier.transactions, TransactionsDePurge.par(atelier.transactions), atelier.horloge),
            atelier.heure,
            atelier.horloge);

    /** Un compte actif qui en a absorbé un autre, un compte expiré, une contestation ; et une famille d'un autre établissement. */
    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        long actif = familles.actif("a.durand");
        long dylan = familles.eleve("Dylan");
        long ines = familles.eleve("Inès");
        familles.lier(actif, dylan);
        familles.lier(actif, ines);
        long absorbe = familles.compte("b.durand", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        long expire = familles.compte(
                "c.durand", "DURAND", null, "Cristelle", "CREE", Familles.ARGON2, "UTC_TIMESTAMP(3) - INTERVAL 1 DAY");
        familles.lier(expire, ines, 1, 10, "CONTESTE");
        long etranger = familles.actif("z.ailleurs");
        long ailleurs = familles.eleve("Zoé");
        familles.lier(etranger, ailleurs);
        familles.lier(actif, ailleurs);
        base.executer(
                "INSERT INTO etablissement (uai, nature, nom) VALUES ('" + AILLEURS + "', 'LYCEE', 'Ailleurs')",
                "UPDATE eleve SET uai = '" + AILLEURS + "' WHERE id = " + ailleurs,
                "UPDATE eleve SET classe = NULL WHERE id = " + ines,
                "UPDATE responsable SET cree_le = '2026-01-15 12:00:00' WHERE id = " + absorbe,
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " VALUES (UNHEX(REPLACE(UUID(), '-', '')), " + actif + ", " + absorbe
                        + ", '2026-03-31 22:30:00', 'a.durand', 'NOM_DE_FAMILLE', 'ACTIF')",
                "INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau, secondaire_lien,"
                        + " secondaire_etat, apres_niveau, apres_lien, apres_etat) SELECT MAX(id), " + ines
                        + ", 1, 10, 'ACTIF', 1, 10, 'ACTIF' FROM regroupement",
                "INSERT INTO courrier (responsable_id, uai, motif, fait_le, fait_par) VALUES (" + expire + ", '"
                        + Familles.UAI + "', 'PREMIER', '2026-02-01 10:00:00', 'x')",
                "INSERT INTO courrier (responsable_id, uai, motif, fait_le, fait_par) VALUES (" + actif + ", '"
                        + AILLEURS + "', 'PREMIER', '2026-02-01 10:00:00', 'x')");
    }

    @Test
    void compteParClasseEtUneFoisDansLeTotal() {
        Tableau<String> classes = suivi.parClasse(AGENT, Familles.UAI);

        assertThat(classes.lignes()).extracting(Tableau.Ligne::quoi).containsExactly("", "5B");
        assertThat(nombres(classes.lignes().get(0))).isEqualTo("3 1 1 1 1 1");
        assertThat(nombres(classes.lignes().get(1))).isEqualTo("1 0 1 0 0 0");
        assertThat(nombres(classes.total())).isEqualTo("3 1 1 1 1 1");
    }

    @Test
    void chaqueNombreEstLaLongueurDeSaListe() {
        Tableau<String> classes = suivi.parClasse(AGENT, Familles.UAI);
        for (Indicateur indicateur : Indicateur.values()) {
            for (var ligne : classes.lignes()) {
                var liste =
                        suivi.lister(AGENT, Familles.UAI, indicateur, ligne.quoi(), null, null, 0, SuiviService.PAGE);
                assertThat(liste).hasSize((int) ligne.nombre(indicateur));
                assertThat(liste)
                        .noneMatch(l -> l.listeDesEleves().contains("Zoé")
                                || l.identifiant().startsWith("z."));
            }
            assertThat(suivi.compter(AGENT, Familles.UAI, indicateur, null, null, null))
                    .isEqualTo(classes.total().nombre(indicateur));
        }
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'CONSULTATION' AND uai = '"
                        + Familles.UAI + "'"))
                .isEqualTo(12);
    }

    @Test
    void leTempsSeCompteALHeureDeLAcademie() {
        Tableau<Periode> temps =
                suivi.dansLeTemps(AGENT, Familles.UAI, LocalDate.of(2026, 1, 10), LocalDate.of(2026, 4, 30), Pas.MOIS);

        assertThat(temps.lignes()).hasSize(4);
        assertThat(temps.lignes().get(0).nombre(Indicateur.COMPTES)).isEqualTo(1);
        assertThat(temps.lignes().get(1).nombre(Indicateur.COURRIERS)).isEqualTo(1);
        // 22 h 30 UTC le 31 mars : déjà avril à Paris.
        assertThat(temps.lignes().get(2).nombre(Indicateur.REGROUPES)).isZero();
        assertThat(temps.lignes().get(3).nombre(Indicateur.REGROUPES)).isEqualTo(1);
        assertThat(temps.lignes().get(3).quoi())
                .isEqualTo(new Periode(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)));
        assertThat(suivi.compter(
                        AGENT,
                        Familles.UAI,
                        Indicateur.REGROUPES,
                        null,
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 30)))
                .isEqualTo(1);
    }

    @Test
    void unIntervalleTropLongMontreSesDernieresPeriodes() {
        var periodes = SuiviService.periodes(LocalDate.of(1990, 1, 1), LocalDate.of(2026, 11, 23), Pas.SEMAINE);
        assertThat(periodes).hasSize(SuiviService.PERIODES);
        assertThat(periodes.get(SuiviService.PERIODES - 1).au()).isEqualTo("2026-11-23");
        assertThat(SuiviService.periodes(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 11, 23), Pas.MOIS))
                .hasSize(1);
    }

    @Test
    void lesElevesDUneLigneSontDistincts() {
        assertThat(elevesDuCompteActif()).isEqualTo("Dylan (5B), Inès");
        long compte = base.compter("SELECT id FROM responsable WHERE identifiant = 'a.durand'");
        long adam = familles.eleve("Adam");
        long martin = familles.eleve("ADAM");
        long sixieme = familles.eleve("Adam");
        long retire = familles.eleve("Adam");
        familles.lier(compte, adam);
        familles.lier(compte, martin);
        familles.lier(compte, sixieme, 1, 10, "CONTESTE");
        familles.lier(compte, retire, 1, 10, "RETIRE");
        familles.inscrire(adam, AILLEURS, "2B");
        base.executer(
                "UPDATE eleve SET nom = 'Martin' WHERE id = " + martin,
                "UPDATE eleve SET classe = '6A' WHERE id = " + sixieme);
        assertThat(elevesDuCompteActif()).isEqualTo("Adam DURAND (5B), ADAM MARTIN (5B), Adam (6A), Dylan (5B), Inès");

        base.executer("UPDATE eleve SET nom = 'Durand', date_naissance = '2012-09-30' WHERE id = " + martin);
        assertThat(elevesDuCompteActif())
                .isEqualTo("Adam (5B, 11/04/2012), Adam (5B, 30/09/2012), Adam (6A), Dylan (5B), Inès");
    }

    @Test
    void unAutreEtablissementNeSeCompteNiNeSeLit() {
        assertThatThrownBy(() -> suivi.parClasse(AGENT, AILLEURS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> suivi.lister(AGENT, AILLEURS, Indicateur.COMPTES, null, null, null, 0, SuiviService.PAGE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suivi.compter(AGENT, AILLEURS, Indicateur.COMPTES, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String elevesDuCompteActif() {
        return suivi.lister(AGENT, Familles.UAI, Indicateur.ACTIVES, null, null, null, 0, SuiviService.PAGE)
                .get(0)
                .listeDesEleves();
    }

    private static String nombres(Tableau.Ligne<?> ligne) {
        StringBuilder nombres = new StringBuilder();
        for (Indicateur indicateur : Indicateur.values()) {
            nombres.append(ligne.nombre(indicateur)).append(' ');
        }
        return nombres.toString().strip();
    }
}
