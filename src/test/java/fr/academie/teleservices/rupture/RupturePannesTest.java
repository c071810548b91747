package fr.academie.teleservices.rupture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.Pannes;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Une panne à chaque écriture de la rupture, et autour de sa validation : tout, ou rien, et jamais un doute. */
class RupturePannesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private UUID jeton = new UUID(0, 0);

    @BeforeEach
    void installer() throws RegroupementRefuse, RuptureRefusee {
        base.vider();
        long a = familles.actif("cristelle.durand");
        long b = familles.cree("cristelle.durand1");
        long dylan = familles.eleve("Dylan");
        familles.lier(b, dylan);
        familles.attendu(b, dylan);
        familles.constat(familles.identite("1", b), dylan);
        Demandeur demandeur = Atelier.demandeur(a, "cristelle.durand", 1);
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, b));
        jeton = atelier.ruptures.demander(agent, a, List.of(dylan));
    }

    /** Chaque écriture de la transaction, dans l'ordre où elle s'exécute : table, opération, condition qui la désigne. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    responsable          | INSERT | TRUE
                    rupture              | INSERT | TRUE
                    rupture_rattachement | INSERT | TRUE
                    rupture_regroupement | INSERT | TRUE
                    rattachement         | UPDATE | NEW.etat = 'RETIRE'
                    rattachement         | INSERT | TRUE
                    regroupement         | UPDATE | NEW.etat = 'ROMPU'
                    constat              | UPDATE | TRUE
                    identite_responsable | UPDATE | TRUE
                    responsable_attendu  | UPDATE | TRUE
                    responsable          | UPDATE | TRUE
                    journal              | INSERT | NEW.action = 'RUPTURE'
                    journal              | INSERT | NEW.action = 'CREATION'
                    journal_bureau       | INSERT | TRUE
                    evenement            | INSERT | NEW.type = 'COMPTE_CREE'
                    evenement            | INSERT | NEW.type = 'RATTACHEMENTS_MODIFIES'
                    courriel             | INSERT | TRUE
                    """)
    void unePanneALEcritureLaisseToutCommeAvant(String table, String operation, String condition)
            throws RuptureRefusee {
        String vue = atelier.vue(agent, jeton);
        Pannes.exigerRienDeFait(base, table, operation, condition, () -> atelier.ruptures.confirmer(agent, jeton, vue));
        Invariants invariants = Invariants.depuis(base);
        atelier.casser(agent, jeton);
        invariants.verifier();
    }

    @ParameterizedTest
    @EnumSource(
            value = MandataireMariaDb.Coupure.class,
            names = {"AVANT_VALIDATION", "APRES_VALIDATION"})
    void uneValidationSansReponseSeRetrouveParSaCle(MandataireMariaDb.Coupure coupure) throws Exception {
        Invariants invariants = Invariants.depuis(base);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier parLeMandataire = new Atelier(base.source(mandataire.url(), 2));
            String vue = parLeMandataire.vue(agent, jeton);
            mandataire.couper(coupure);
            parLeMandataire.ruptures.confirmer(agent, jeton, vue);
            assertThat(mandataire.coupures()).isEqualTo(1);
            assertThat(parLeMandataire.ruptures.faite(agent, jeton)).isPresent();
        }
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM rupture")).isEqualTo(1);
        assertThat(base.compter("SELECT COUNT(*) FROM responsable")).isEqualTo(3);
    }
}
