package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.AutreProfil;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Fait d'un navigateur celui de la personne qui vient d'entrer : une session HTTP nouvelle, d'un autre numéro, où rien de la précédente ne
 * reste. Une autre personne a pu se servir de ce navigateur : sa session finit aussi en base.
 */
@Singleton
public final class OuvertureDeSession {

    private final SessionService sessions;

    @Inject
    public OuvertureDeSession(SessionService sessions) {
        this.sessions = sessions;
    }

    /**
     * Installe cette session.
     *
     * @param autre l'autre profil de la personne ; nul si elle n'en a qu'un
     * @param saisie identifiant tapé avant que la session précédente n'expire ; nul s'il n'y en a pas
     */
    public void installer(
            HttpServletRequest requete,
            SessionUtilisateur ouverte,
            @Nullable AutreProfil autre,
            @Nullable String saisie) {
        HttpSession ancienne = requete.getSession(false);
        if (ancienne != null) {
            Object precedente = ancienne.getAttribute(SessionUtilisateur.ATTRIBUT);
            ancienne.invalidate();
            if (precedente instanceof SessionUtilisateur session) {
                sessions.finir(session);
            }
        }
        HttpSession nouvelle = requete.getSession(true);
        nouvelle.setAttribute(SessionUtilisateur.ATTRIBUT, ouverte);
        if (autre != null) {
            nouvelle.setAttribute(AutreProfil.ATTRIBUT, autre);
        }
        if (saisie != null) {
            nouvelle.setAttribute(ConnexionServlet.SAISIE, saisie);
        }
    }
}
