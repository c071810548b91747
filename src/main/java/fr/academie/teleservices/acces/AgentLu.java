package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.LigneAgent;
import fr.academie.teleservices.scolarite.Etablissement;
import java.util.List;

/**
 * La session d'un agent, et ce qu'en demande chaque page de son bureau.
 *
 * @param lignes ce que la table dit de lui ; vide s'il n'y est pas
 * @param etablissements ceux que la table, ou le CAS quand il fait foi, lui confie ; par nom
 */
record AgentLu(SessionService.Etat etat, List<LigneAgent> lignes, List<Etablissement> etablissements) {}
