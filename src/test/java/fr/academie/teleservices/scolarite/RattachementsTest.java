package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.scolarite.LienCalcule.Effet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un lien est le plus fort de ses constats, sauf ce qu'une personne en a décidé. */
class RattachementsTest {

    private static final Instant LE = Instant.parse("2026-11-27T00:30:00Z");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private long compte;
    private long dylan;
    private long identite;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.cree("cristelle.durand");
        dylan = familles.eleve("Dylan");
        identite = familles.identite("7", compte);
    }

    @Test
    void unConstatFaitUnLienEtLaVersionDuCompteAvance() {
        familles.constat(identite, dylan, 2, 50);

        LienCalcule cree = recalculer();

        assertThat(cree.effet()).isEqualTo(Effet.CREE);
        assertThat(cree.avant()).isNull();
        assertThat(cree.aChange()).isTrue();
        assertThat(lien()).isEqualTo("2|50|ACTIF|IMPORT|∅|∅");
        assertThat(base.lire("SELECT version, (SELECT depuis FROM rattachement) FROM responsable"))
                .containsExactly("1|2026-11-27 00:30:00.000");
    }

    @Test
    void leMemeConstatNeChangeRien() {
        familles.constat(identite, dylan);
        recalculer();
        List<String> avant = base.lire("SELECT * FROM rattachement");

        LienCalcule encore = recalculer();

        assertThat(encore.effet()).isEqualTo(Effet.INCHANGE);
        assertThat(encore.aChange()).isFalse();
        assertThat(base.lire("SELECT * FROM rattachement")).isEqualTo(avant);
        assertThat(base.compter("SELECT version FROM responsable")).isOne();
    }

    @Test
    void lePlusFortDesConstatsLEmporteEtANiveauEgalLeLienDePlusPetitCode() {
        familles.constat(identite, dylan, 3, 10);
        familles.constat(familles.identite("8", compte), dylan, 2, 50);
        familles.constat(familles.identite("9", compte), dylan, 2, 20);
        recalculer();
        assertThat(lien()).isEqualTo("2|20|ACTIF|IMPORT|∅|∅");
        base.executer("DELETE FROM constat WHERE lien = 20");
        assertThat(recalculer().effet()).isEqualTo(Effet.CHANGE);
        assertThat(lien()).isEqualTo("2|50|ACTIF|IMPORT|∅|∅");
    }

    @Test
    void unImportRetireCeQuIlAFaitEtRouvreCeQuIlARetire() {
        familles.constat(identite, dylan);
        recalculer();
        base.executer("DELETE FROM constat");

        LienCalcule retire = recalculer();
        assertThat(retire.effet()).isEqualTo(Effet.RETIRE);
        assertThat(retire.retirePar()).isEqualTo(Retrait.Par.IMPORT);
        assertThat(lien()).isEqualTo("1|10|RETIRE|IMPORT|2026-11-27 00:30:00.000|IMPORT");
        assertThat(recalculer().effet()).isEqualTo(Effet.INCHANGE);

        familles.constat(identite, dylan, 3, 90);
        assertThat(recalculer(LE.plusSeconds(60)).effet()).isEqualTo(Effet.ROUVERT);
        assertThat(lien()).isEqualTo("3|90|ACTIF|IMPORT|∅|∅");
        assertThat(base.lire("SELECT depuis FROM rattachement")).containsExactly("2026-11-27 00:31:00.000");
    }

    @Test
    void unLienSaisiNeChangePasEtLeRapportDitCeQueLaSourceDit() {
        familles.lier(compte, dylan, 1, 10, "ACTIF");
        assertThat(recalculer().effet()).isEqualTo(Effet.INCHANGE);
        familles.constat(identite, dylan, 1, 10);
        assertThat(recalculer().effet()).isEqualTo(Effet.INCHANGE);
        familles.constat(identite, dylan, 3, 10);

        LienCalcule reste = recalculer();

        assertThat(reste.effet()).isEqualTo(Effet.RESTE_SAISI);
        assertThat(reste.contreLaSource()).isTrue();
        assertThat(reste.aChange()).isFalse();
        assertThat(reste.dit()).isEqualTo(new Titre(NiveauResponsabilite.CONTACT, LienParente.MERE));
        assertThat(lien()).isEqualTo("1|10|ACTIF|SAISIE|∅|∅");
    }

    @Test
    void unLienQueLEtablissementOuUneRuptureOuNulNeSaitQuiARetireLeReste() {
        familles.constat(identite, dylan);
        recalculer();
        for (String retrait : List.of(
                "retire_le = UTC_TIMESTAMP(3), retire_par = 'ETABLISSEMENT'",
                "retire_le = UTC_TIMESTAMP(3), retire_par = 'RUPTURE'",
                "retire_le = NULL, retire_par = NULL")) {
            base.executer("UPDATE rattachement SET etat = 'RETIRE', " + retrait);

            LienCalcule reste = recalculer();

            assertThat(reste.effet()).as(retrait).isEqualTo(Effet.RESTE_RETIRE);
            assertThat(reste.contreLaSource()).isTrue();
            assertThat(base.lire("SELECT etat FROM rattachement")).containsExactly("RETIRE");
        }
    }

    @Test
    void unLienContesteLeResteASonTitreDAujourdhui() {
        familles.constat(identite, dylan);
        recalculer();
        base.executer("UPDATE rattachement SET etat = 'CONTESTE', conteste_le = UTC_TIMESTAMP(3)");
        assertThat(recalculer().effet()).isEqualTo(Effet.RESTE_CONTESTE);
        familles.constat(identite, dylan, 2, 10);
        LienCalcule change = recalculer();
        assertThat(change.effet()).isEqualTo(Effet.RESTE_CONTESTE);
        assertThat(change.aChange()).isTrue();
        assertThat(lien()).isEqualTo("2|10|CONTESTE|IMPORT|∅|∅");
        base.executer("DELETE FROM constat");
        assertThat(recalculer().effet()).isEqualTo(Effet.INCHANGE);
        assertThat(lien()).isEqualTo("2|10|CONTESTE|IMPORT|∅|∅");
    }

    /** Une version voisine ne connaît ni l'origine ni le retrait ; ce qu'elle rouvre l'est pour une personne. */
    @Test
    void unLienRouvertParUneVersionVoisineEstSaisi() {
        familles.constat(identite, dylan);
        recalculer();
        base.executer("DELETE FROM constat");
        recalculer();
        base.executer("UPDATE rattachement SET etat = 'ACTIF'");
        assertThat(recalculer().effet()).isEqualTo(Effet.INCHANGE);
        assertThat(base.lire("SELECT etat FROM rattachement")).containsExactly("ACTIF");
    }

    @Test
    void unCoupleQueRienNeRelieResteSansLien() {
        LienCalcule rien = recalculer();
        assertThat(rien.effet()).isEqualTo(Effet.INCHANGE);
        assertThat(rien.apres()).isNull();
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement")).isZero();
    }

    /** Le nombre d'allers-retours ne dépend pas du nombre de couples, sinon d'un envoi par trois cents. */
    @Test
    void milleCouplesPartentEnQuatreEnvoisDUneInstructionPreparee() throws Exception {
        List<Couple> couples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long autre = familles.compte("parent" + i, "DURAND", null, "Ali", "CREE", null, "NULL");
            long sienne = familles.identite("p" + i, autre);
            for (int j = 0; j < 20; j++) {
                long eleve = i == 0 ? familles.eleve("E" + j) : couples.get(j).eleveId();
                familles.constat(sienne, eleve);
                couples.add(new Couple(autre, eleve));
            }
        }
        familles.constat(identite, dylan);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier mesure = new Atelier(base.source(mandataire.url(), 1));
            mesure.transactions.executer(() -> mesure.rattachements.recalculer(List.of(new Couple(compte, dylan)), LE));
            long florian = familles.eleve("Florian");
            familles.constat(identite, florian);
            mandataire.remettreAZero();
            mesure.transactions.executer(
                    () -> mesure.rattachements.recalculer(List.of(new Couple(compte, florian)), LE));
            int un = mandataire.allersRetours().size();
            mandataire.remettreAZero();

            List<LienCalcule> effets = mesure.transactions.executer(() -> mesure.rattachements.recalculer(couples, LE));

            // Au-delà de vingt, l'instruction se prépare ; puis elle part par trois cents.
            assertThat(mandataire.allersRetours()).hasSize(un + 4);
            assertThat(effets).hasSize(1000).allMatch(effet -> effet.effet() == Effet.CREE);
            assertThat(base.compter("SELECT COUNT(*) FROM rattachement")).isEqualTo(1002);
        }
    }

    private LienCalcule recalculer() {
        return recalculer(LE);
    }

    private LienCalcule recalculer(Instant le) {
        List<LienCalcule> effets = atelier.transactions.executer(
                () -> atelier.rattachements.recalculer(List.of(new Couple(compte, dylan)), le));
        assertThat(effets).hasSize(1);
        return effets.get(0);
    }

    private String lien() {
        return base.lire("SELECT niveau, lien, etat, origine, retire_le, retire_par FROM rattachement")
                .get(0);
    }
}
