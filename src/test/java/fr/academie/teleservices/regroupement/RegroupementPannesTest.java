package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.Pannes;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Une panne à chaque instruction du regroupement, et autour de sa validation : tout, ou rien, et jamais un doute. */
class RegroupementPannesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);
    private UUID jeton = new UUID(0, 0);

    @BeforeEach
    void installer() {
        base.vider();
        long principal = familles.actif("cristelle.durand");
        long secondaire = familles.cree("cristelle.durand1");
        long dylan = familles.eleve("Dylan");
        familles.lier(principal, dylan, 2, 10, "ACTIF");
        familles.lier(secondaire, dylan, 1, 10, "ACTIF");
        familles.lier(secondaire, familles.eleve("Florian"));
        familles.attendu(secondaire, dylan);
        familles.constat(familles.identite("1", secondaire), dylan);
        demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        jeton = DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
    }

    /** Chaque écriture de la transaction, dans l'ordre où elle s'exécute : table, opération, condition qui la désigne. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        regroupement              | INSERT | TRUE
        regroupement_rattachement | INSERT | TRUE
        rattachement              | DELETE | TRUE
        rattachement              | UPDATE | NEW.niveau <> OLD.niveau
        rattachement              | UPDATE | NEW.responsable_id <> OLD.responsable_id
        responsable               | UPDATE | NEW.etat = 'FERME'
        responsable               | UPDATE | NEW.etat = 'ACTIF'
        constat                   | UPDATE | TRUE
        identite_responsable      | UPDATE | TRUE
        responsable_attendu       | UPDATE | TRUE
        journal                   | INSERT | NEW.action = 'REGROUPEMENT'
        journal                   | INSERT | NEW.action = 'FERMETURE'
        evenement                 | INSERT | NEW.type = 'COMPTE_FERME'
        evenement                 | INSERT | NEW.type = 'RATTACHEMENTS_MODIFIES'
        courriel                  | INSERT | NEW.destinataire LIKE 'cristelle.durand@%'
        courriel                  | INSERT | NEW.destinataire LIKE 'cristelle.durand1@%'
        """)
    void unePanneALInstructionLaisseToutCommeAvant(String table, String operation, String condition)
            throws RegroupementRefuse {
        String vue = atelier.vue(demandeur, jeton);
        Pannes.exigerRienDeFait(
                base, table, operation, condition, () -> atelier.regroupements.confirmer(demandeur, jeton, vue));
        Invariants invariants = Invariants.depuis(base);
        atelier.regrouper(demandeur, jeton);
        invariants.verifier();
    }

    @Test
    void uneValidationCoupeeAvantLeServeurEstRefaiteUneFois() throws Exception {
        avecCoupure(MandataireMariaDb.Coupure.AVANT_VALIDATION);
    }

    @Test
    void uneValidationDontLaReponseSePerdEstRetrouveeParSaCle() throws Exception {
        avecCoupure(MandataireMariaDb.Coupure.APRES_VALIDATION);
    }

    /** Au deuxième compte d'un lot, quand le premier est écrit : rien ne reste du premier. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        regroupement              | INSERT | NEW.secondaire_id = (SELECT MAX(id) FROM responsable)
        evenement                 | INSERT | NEW.responsable_id = (SELECT MAX(id) FROM responsable)
        courriel                  | INSERT | NEW.destinataire LIKE 'cristelle.durand2@%'
        """)
    void unePanneAuDeuxiemeCompteLaisseToutCommeAvant(String table, String operation, String condition)
            throws RegroupementRefuse {
        UUID lot = unLot();
        String vue = atelier.vue(demandeur, lot);
        Pannes.exigerRienDeFait(
                base, table, operation, condition, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        Invariants invariants = Invariants.depuis(base);
        atelier.regrouper(demandeur, lot);
        invariants.verifier();
    }

    @Test
    void unLotDontLaReponseSePerdEstRetrouveToutEntier() throws Exception {
        jeton = unLot();
        Invariants invariants = Invariants.depuis(base);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            String vue = parLeMandataire.vue(demandeur, jeton);
            mandataire.couper(MandataireMariaDb.Coupure.APRES_VALIDATION);
            parLeMandataire.regroupements.confirmer(demandeur, jeton, vue);
            assertThat(parLeMandataire
                            .regroupements
                            .fait(demandeur, jeton)
                            .orElseThrow()
                            .fermes())
                    .hasSize(2);
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(2);
    }

    private UUID unLot() {
        long deux = familles.actif("cristelle.durand2");
        familles.lier(deux, familles.eleve("Noé"));
        long un = base.compter("SELECT id FROM responsable WHERE identifiant = 'cristelle.durand1'");
        return DemandesDEssai.ouvrirUnLot(atelier, demandeur, un, deux);
    }

    @Test
    void unCompteVerrouilleTropLongtempsNEstPasRegroupeAMoitie() throws Exception {
        var avant = Invariants.photographie(base);
        Atelier impatient;
        try (var verrou = base.base().administration().getConnection()) {
            verrou.setCatalog("teleservices");
            verrou.setAutoCommit(false);
            try (var requete = verrou.createStatement()) {
                requete.executeQuery(
                        "SELECT id FROM responsable WHERE id = " + demandeur.responsableId() + " FOR UPDATE");
                impatient =
                        new Atelier(base.source(base.base().url() + "?sessionVariables=innodb_lock_wait_timeout=1", 2));
                assertThatThrownBy(() -> impatient.regrouper(demandeur, jeton))
                        .isInstanceOf(PersistenceException.class)
                        .hasMessageContaining("Lock wait timeout");
            }
            verrou.rollback();
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        impatient.regrouper(demandeur, jeton);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(1);
    }

    private void avecCoupure(MandataireMariaDb.Coupure coupure) throws IOException, RegroupementRefuse {
        Invariants invariants = Invariants.depuis(base);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            String vue = parLeMandataire.vue(demandeur, jeton);
            mandataire.couper(coupure);
            parLeMandataire.regroupements.confirmer(demandeur, jeton, vue);
            assertThat(mandataire.coupures()).isEqualTo(1);
            assertThat(parLeMandataire.regroupements.fait(demandeur, jeton)).isPresent();
        }
        invariants.verifier();
        assertThat(base.lire("SELECT COUNT(*) FROM regroupement")).isEqualTo(List.of("1"));
        assertThat(base.lire("SELECT COUNT(*) FROM courriel")).isEqualTo(List.of("2"));
    }
}
