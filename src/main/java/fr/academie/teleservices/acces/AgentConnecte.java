package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.scolarite.Etablissement;
import java.util.List;

/**
 * Ce que chaque page d'un bureau demande de l'agent connecté, lu d'un coup à son entrée.
 *
 * @param etablissements les siens, par nom ; ceux que la base ne connaît pas n'y sont pas
 */
public record AgentConnecte(Agent agent, List<Etablissement> etablissements) {}
