package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Un agent : son entrée, session et ligne au journal du bureau ensemble ou pas du tout ; puis ses droits d'à présent, à chaque page. */
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

    /** L'agent de cette session avec ses droits d'à présent ; vide si elle est finie, ou s'il n'en a plus ({@link AgentService#relire}). */
    public Optional<AgentConnecte> retrouver(SessionUtilisateur session, String adresse) {
        AgentLu lu = sessions.agent(session).orElse(null);
        return lu == null
                ? Optional.empty()
                : agents.relire(
                                session.agentReconnu(),
                                new AgentService.Demande(
                                        session.sessionId(), adresse, lu.etat().niveau() == Niveau.FRAIS),
                                lu.lignes())
                        .map(agent -> new AgentConnecte(
                                agent,
                                lu.etablissements().stream()
                                        .filter(etablissement -> agent.uais().contains(etablissement.uai()))
                                        .toList()));
    }
}
