package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.CasService;
import fr.academie.teleservices.acces.Profil;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Le retour du CAS ({@code GET /connexion?etat=…&ticket=…}) et l'annonce d'une déconnexion unique ({@code POST}, de serveur à
 * serveur). Rien d'autre n'y est accepté.
 */
@Singleton
public final class ConnexionServlet extends HttpServlet {

    /** Attribut de session : l'identifiant saisi avant l'expiration de la session précédente. */
    public static final String SAISIE = "teleservices.saisie";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ConnexionServlet.class);

    private final transient CasService cas;
    private final transient SessionService sessions;
    private final transient CompteService comptes;
    private final transient Entrees entrees;

    @Inject
    public ConnexionServlet(CasService cas, SessionService sessions, CompteService comptes, Entrees entrees) {
        this.cas = cas;
        this.sessions = sessions;
        this.comptes = comptes;
        this.entrees = entrees;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws ServletException, IOException {
        String ticket = requete.getParameter("ticket");
        Optional<Entrees.Entree> entree = entrees.reconnaitre(requete);
        if (ticket == null || ticket.isBlank() || entree.isEmpty()) {
            montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "connexion-perimee");
            return;
        }
        entrees.oublier(requete, reponse, entree.get());
        try {
            accueillir(
                    requete,
                    reponse,
                    entree.get(),
                    ticket,
                    cas.valider(ticket, entree.get().service()));
        } catch (CasService.TicketRefuse e) {
            LOG.info("Ticket refusé par CAS : {}", message(e));
            montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "connexion-perimee");
        } catch (CasService.CasIndisponible e) {
            LOG.warn("CAS n'a pas validé un ticket.", e);
            montrer(requete, reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "cas-indisponible");
        }
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String ticket = CasService.ticketADeconnecter(requete.getParameter("logoutRequest"));
        if (ticket == null) {
            reponse.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        sessions.finirParTicket(ticket);
        reponse.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void accueillir(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Entrees.Entree entree,
            String ticket,
            CasService.IdentiteCas identite)
            throws ServletException, IOException {
        Compte compte = Identifiant.lire(identite.principal())
                .flatMap(comptes::parIdentifiant)
                .filter(lu -> estResponsable(identite.profils()))
                .orElse(null);
        if (compte == null) {
            montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "acces-reserve");
        } else if (compte.etat() == EtatCompte.FERME) {
            montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "compte-ferme");
        } else {
            ouvrir(requete, reponse, entree, ticket, compte);
        }
    }

    private void ouvrir(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Entrees.Entree entree,
            String ticket,
            Compte compte)
            throws IOException {
        HttpSession ancienne = requete.getSession(false);
        if (ancienne != null) {
            // Une autre personne a pu se servir de ce navigateur : rien de sa session ne doit rester, identifiant
            // compris.
            Object precedente = ancienne.getAttribute(SessionUtilisateur.ATTRIBUT);
            ancienne.invalidate();
            if (precedente instanceof SessionUtilisateur session) {
                sessions.finir(session);
            }
        }
        SessionUtilisateur ouverte = sessions.ouvrir(ticket, compte, requete.getRemoteAddr());
        HttpSession nouvelle = requete.getSession(true);
        nouvelle.setAttribute(SessionUtilisateur.ATTRIBUT, ouverte);
        if (entree.saisie() != null) {
            nouvelle.setAttribute(SAISIE, entree.saisie());
        }
        reponse.sendRedirect(requete.getContextPath() + entree.destination());
    }

    /** La table des comptes fait foi ; le CAS, quand il dit le profil, ne peut que restreindre. */
    private static boolean estResponsable(Set<Profil> profils) {
        return profils.isEmpty() || profils.contains(Profil.RESPONSABLE);
    }

    private static void montrer(HttpServletRequest requete, HttpServletResponse reponse, int statut, String page)
            throws ServletException, IOException {
        reponse.setStatus(statut);
        requete.getRequestDispatcher("/erreurs/" + page + ".xhtml").forward(requete, reponse);
    }

    private static String message(Exception e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return message.replaceAll("\\p{Cntrl}", " ").replaceAll("ST-\\S+", "ST-…");
    }
}
