package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.AgentService.AgentReconnu;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Ce que la session HTTP retient de la personne connectée ; tout le reste se relit en base à chaque requête.
 *
 * @param agentDuCas ce que le CAS a dit d'un agent, quand il fait foi ; nul pour un responsable, ou quand la table fait foi
 */
public record SessionUtilisateur(
        long sessionId,
        Identifiant identifiant,
        Profil profil,
        @Nullable AgentDuCas agentDuCas) implements Serializable {

    /** Nom de l'attribut de session. */
    public static final String ATTRIBUT = SessionUtilisateur.class.getName();

    /** L'agent que cette session a reconnu à son ouverture ; ses droits d'à présent se relisent. */
    public AgentReconnu agentReconnu() {
        return new AgentReconnu(identifiant, profil, agentDuCas);
    }
}
