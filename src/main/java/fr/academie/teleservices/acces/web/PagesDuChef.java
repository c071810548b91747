package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Ce que le bureau n'ouvre qu'au chef : l'adresse en est connue de tous les agents, leur dire « introuvable » les ferait chercher. Un
 * établissement qui n'est pas de l'agent reste introuvable.
 */
final class PagesDuChef {

    private static final List<String> DOSSIERS = List.of("/etablissement/journal", "/etablissement/habilitations");

    private PagesDuChef() {}

    /** Vrai si cet agent demande une page du chef pour un établissement des siens qu'il ne dirige pas, ou n'en dirige aucun. */
    static boolean refuse(Agent agent, String chemin, HttpServletRequest requete) {
        if (agent.profil() != Profil.ETABLISSEMENT
                || DOSSIERS.stream().noneMatch(d -> chemin.equals(d) || chemin.startsWith(d + "/"))) {
            return false;
        }
        String uai = Parametres.uai(requete.getParameter("uai"));
        return agent.habilitations().diriges().isEmpty() || (uai != null && agent.agitPour(uai) && !agent.dirige(uai));
    }
}
