package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** L'entrée d'un agent : sa session et sa ligne au journal du bureau, ensemble ou pas du tout. */
@Singleton
public final class ConnexionDesAgents {

    private final SessionService sessions;
    private final AgentService agents;
    private final JournalDuBureau bureau;
    private final Transactions transactions;

    @Inject
    public ConnexionDesAgents(
            SessionService sessions, AgentService agents, JournalDuBureau bureau, Transactions transactions) {
        this.sessions = sessions;
        this.agents = agents;
        this.bureau = bureau;
        this.transactions = transactions;
    }

    /** Ouvre la session d'un agent que le CAS vient de prouver ; vide si la preuve est à redonner. */
    public Optional<SessionUtilisateur> ouvrir(Preuve preuve, AgentService.AgentReconnu reconnu) {
        return transactions.executer(() -> {
            Optional<SessionUtilisateur> ouverte = sessions.ouvrir(preuve, reconnu);
            ouverte.flatMap(session -> agents.relire(
                            session.agentReconnu(),
                            new AgentService.Demande(session.sessionId(), preuve.adresse(), false)))
                    .ifPresent(agent -> bureau.noter(agent, ActionBureau.CONNEXION, JournalDuBureau.Cible.AUCUNE));
            return ouverte;
        });
    }
}
