package fr.academie.teleservices.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Qui est un agent, et pour quels établissements. */
class AgentServiceTest {

    private static final AgentDuCas RIEN = new AgentDuCas("", "", Habilitations.AUCUNE);
    private static final AgentDuCas MOULIN =
            new AgentDuCas("Castéra", "Hélène", new Habilitations(Set.of("0330001A"), Set.of("0330001A")));

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AgentService selonLaTable = new AgentService(atelier.transactions, Atelier.profil(Map.of()));
    private final AgentService selonLeCas =
            new AgentService(atelier.transactions, Atelier.profil(Map.of("agents.habilitations", "cas")));

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void laTableDitSesEtablissementsEtCeuxQuIlDirige() {
        familles.agent("direction.moulin", true);

        Agent agent = entrer(selonLaTable, "Direction.Moulin ", Set.of(), RIEN);

        assertThat(agent.profil()).isEqualTo(Profil.ETABLISSEMENT);
        assertThat(agent.nomComplet()).isEqualTo("Hélène CASTÉRA");
        assertThat(agent.agitPour(Familles.UAI)).isTrue();
        assertThat(agent.dirige(Familles.UAI)).isTrue();
        assertThat(agent.agitPour("0330002B")).isFalse();
    }

    @Test
    void unDroitRetireNeVautPlusALaRequeteSuivante() {
        long id = familles.agent("secretariat.moulin", false);
        SessionUtilisateur session = session(selonLaTable, "secretariat.moulin", Set.of(), RIEN);
        assertThat(selonLaTable.relire(
                        session.agentReconnu(), new AgentService.Demande(session.sessionId(), "127.0.0.1", true)))
                .isPresent();

        base.executer("DELETE FROM habilitation WHERE agent_id = " + id);

        assertThat(selonLaTable.relire(
                        session.agentReconnu(), new AgentService.Demande(session.sessionId(), "127.0.0.1", true)))
                .isEmpty();
        assertThat(reconnaitre(selonLaTable, "secretariat.moulin", Set.of(), RIEN))
                .isFalse();
    }

    @Test
    void lAssistanceLitToutEtNAgitPourPersonne() {
        familles.agentSansEtablissement("assistance", "ASSISTANCE");
        familles.etablissement();

        Agent agent = entrer(selonLaTable, "assistance", Set.of(), RIEN);

        assertThat(agent.profil()).isEqualTo(Profil.ASSISTANCE);
        assertThat(agent.agitPour(Familles.UAI)).isFalse();
    }

    @Test
    void leCasPeutRestreindreEtJamaisElever() {
        familles.agent("secretariat.moulin", false);

        assertThat(reconnaitre(selonLaTable, "secretariat.moulin", Set.of(Profil.ELEVE), RIEN))
                .isFalse();
        assertThat(reconnaitre(selonLaTable, "secretariat.moulin", Set.of(Profil.ASSISTANCE), RIEN))
                .isFalse();
        assertThat(reconnaitre(selonLaTable, "inconnu", Set.of(Profil.ETABLISSEMENT), MOULIN))
                .isFalse();
    }

    @Test
    void quandLeCasFaitFoiLaTableNeComptePas() {
        familles.agent("secretariat.moulin", true);

        assertThat(reconnaitre(selonLeCas, "secretariat.moulin", Set.of(), MOULIN))
                .isFalse();
        Agent agent = entrer(selonLeCas, "h.castera", Set.of(Profil.ETABLISSEMENT), MOULIN);

        assertThat(agent.nomComplet()).isEqualTo("Hélène Castéra");
        assertThat(agent.dirige(Familles.UAI)).isTrue();
        assertThat(reconnaitre(selonLeCas, "h.castera", Set.of(Profil.ETABLISSEMENT), RIEN))
                .isFalse();
    }

    private static boolean reconnaitre(AgentService agents, String principal, Set<Profil> profils, AgentDuCas agent) {
        return agents.reconnaitre(principal, profils, agent).isPresent();
    }

    private SessionUtilisateur session(AgentService agents, String principal, Set<Profil> profils, AgentDuCas agent) {
        return atelier.sessions
                .ouvrir(
                        new Preuve("ST-" + System.nanoTime(), "127.0.0.1", null, false),
                        agents.reconnaitre(principal, profils, agent).orElseThrow())
                .orElseThrow();
    }

    private Agent entrer(AgentService agents, String principal, Set<Profil> profils, AgentDuCas agent) {
        SessionUtilisateur session = session(agents, principal, profils, agent);
        assertThat(session.identifiant()).isEqualTo(Identifiant.lire(principal).orElseThrow());
        return agents.relire(session.agentReconnu(), new AgentService.Demande(session.sessionId(), "127.0.0.1", true))
                .orElseThrow();
    }
}
