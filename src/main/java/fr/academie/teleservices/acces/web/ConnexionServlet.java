package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.AutreProfil;
import fr.academie.teleservices.acces.CasService;
import fr.academie.teleservices.acces.ConnexionDesAgents;
import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.web.PageDeRefus;
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
import org.jspecify.annotations.Nullable;
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

    /** Qui entre par un courrier dit d'abord s'il a déjà un compte : activer le second serait en avoir deux. */
    private static final String QUESTION = "/courrier/question?de=session";

    /** Qui reprend une activation interrompue a déjà répondu. */
    private static final String ACTIVATION = "/activation";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ConnexionServlet.class);

    private final transient CasService cas;
    private final transient SessionService sessions;
    private final transient CompteService comptes;
    private final transient AgentService agents;
    private final transient ConnexionDesAgents connexions;
    private final transient Entrees entrees;
    private final transient ComptesFermes fermes;
    private final transient LangueALEntree langue;
    private final transient OuvertureDeSession ouvertures;

    @Inject
    public ConnexionServlet(
            CasService cas,
            SessionService sessions,
            CompteService comptes,
            AgentService agents,
            ConnexionDesAgents connexions,
            Entrees entrees,
            ComptesFermes fermes,
            LangueALEntree langue,
            OuvertureDeSession ouvertures) {
        this.cas = cas;
        this.sessions = sessions;
        this.comptes = comptes;
        this.agents = agents;
        this.connexions = connexions;
        this.entrees = entrees;
        this.fermes = fermes;
        this.langue = langue;
        this.ouvertures = ouvertures;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws ServletException, IOException {
        String ticket = requete.getParameter("ticket");
        Optional<Entrees.Entree> entree = entrees.reconnaitre(requete);
        if (ticket == null || ticket.isBlank() || entree.isEmpty()) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "connexion-perimee");
            return;
        }
        entrees.oublier(requete, reponse, entree.get());
        langue.duCas(requete, reponse, entree.get());
        try {
            accueillir(
                    requete,
                    reponse,
                    entree.get(),
                    ticket,
                    cas.valider(ticket, entree.get().service(), entree.get().preuve()));
        } catch (CasService.TicketRefuse e) {
            LOG.info("Ticket refusé par CAS : {}", message(e));
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "connexion-perimee");
        } catch (CasService.CasIndisponible e) {
            LOG.warn("CAS n'a pas validé un ticket.", e);
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "cas-indisponible");
        }
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse)
            throws ServletException, IOException {
        String ticket = CasService.ticketADeconnecter(requete.getParameter("logoutRequest"));
        if (ticket == null) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "demande-illisible");
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
        Compte compte = compte(identite);
        Preuve preuve = identite.preuve(ticket, requete.getRemoteAddr());
        Optional<AgentService.AgentReconnu> agent =
                agents.reconnaitre(identite.principal(), identite.profils(), identite.agent());
        boolean parSonBureau =
                agent.filter(lu -> lu.profil().aPourBureau(entree.chemin())).isPresent();
        if (entree.preuve() && agent.isPresent() && parSonBureau && sessions.manqueLeSecondFacteur(preuve)) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "second-facteur");
        } else if (entree.preuve() && reprendre(requete, preuve, identite, compte, agent.isPresent())) {
            reponse.sendRedirect(requete.getContextPath() + entree.destination());
        } else if (compte == null || parSonBureau || (compte.etat() == EtatCompte.FERME && agent.isPresent())) {
            boolean aussiParent = compte != null && compte.etat().estOuvert();
            accueillirUnAgent(requete, reponse, entree, preuve, agent, aussiParent ? Profil.RESPONSABLE : null);
        } else if (compte.etat() == EtatCompte.FERME) {
            fermes.montrer(requete, reponse, compte);
        } else {
            Profil autre = agent.map(AgentService.AgentReconnu::profil).orElse(null);
            boolean aDemander =
                    compte.etat() == EtatCompte.CREE && !entree.chemin().startsWith(ACTIVATION);
            String destination = aDemander ? QUESTION : entree.destination();
            Optional<SessionUtilisateur> ouverte = sessions.ouvrir(preuve, compte);
            ouverte.ifPresent(session -> langue.suivre(requete, reponse, entree, session, compte));
            commencer(requete, reponse, entree, destination, ouverte, autre);
        }
    }

    /**
     * La personne de cette session vient de redonner son mot de passe : sa session HTTP reste, formulaires compris, sous un autre
     * numéro ; faux si c'est une autre personne, ou si la session a passé sa vie.
     */
    private boolean reprendre(
            HttpServletRequest requete,
            Preuve preuve,
            CasService.IdentiteCas identite,
            @Nullable Compte compte,
            boolean agent) {
        HttpSession http = requete.getSession(false);
        Object ouverte = http == null ? null : http.getAttribute(SessionUtilisateur.ATTRIBUT);
        boolean laMeme = ouverte instanceof SessionUtilisateur session
                && Identifiant.duCas(identite.principal())
                        .filter(session.identifiant()::equals)
                        .isPresent()
                && (session.profil() == Profil.RESPONSABLE
                        ? compte != null && compte.etat().estOuvert() && sessions.reprendre(session, preuve, compte)
                        : (compte == null || agent) && sessions.reprendre(session, preuve, null));
        if (laMeme) {
            requete.changeSessionId();
        }
        return laMeme;
    }

    private @Nullable Compte compte(CasService.IdentiteCas identite) {
        return Identifiant.duCas(identite.principal())
                .flatMap(comptes::parIdentifiant)
                .filter(lu -> estResponsable(identite.profils()))
                .orElse(null);
    }

    /** Un agent n'entre que par son bureau : la tuile est faite pour les responsables. */
    private void accueillirUnAgent(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Entrees.Entree entree,
            Preuve preuve,
            Optional<AgentService.AgentReconnu> reconnu,
            @Nullable Profil autre)
            throws ServletException, IOException {
        Profil profil = reconnu.map(AgentService.AgentReconnu::profil).orElse(Profil.INCONNU);
        if (reconnu.isPresent() && profil.aPourBureau(entree.chemin())) {
            commencer(requete, reponse, entree, entree.destination(), connexions.ouvrir(preuve, reconnu.get()), autre);
        } else {
            PagesDeRefus.reserverAuxResponsables(requete, reponse, profil);
        }
    }

    /**
     * Fait de la session HTTP celle de la personne qui vient d'entrer, sous le profil que dit son entrée, et mène où elle allait. Si sa
     * session au CAS ne prouve plus rien, le mot de passe est redemandé, une fois : ce qui revient alors a été prouvé, ou est refusé.
     */
    private void commencer(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Entrees.Entree entree,
            String destination,
            Optional<SessionUtilisateur> ouverte,
            @Nullable Profil autre)
            throws ServletException, IOException {
        if (ouverte.isPresent()) {
            ouvertures.installer(
                    requete, ouverte.get(), autre == null ? null : new AutreProfil(autre), entree.saisie());
            reponse.sendRedirect(requete.getContextPath() + destination);
        } else if (entree.preuve()) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_BAD_REQUEST, "connexion-perimee");
        } else {
            reponse.sendRedirect(entrees.prouver(requete, reponse, entree.destination(), entree.saisie()));
        }
    }

    /** La table des comptes fait foi ; le CAS, quand il dit le profil, ne peut que restreindre. */
    private static boolean estResponsable(Set<Profil> profils) {
        return profils.isEmpty() || profils.contains(Profil.RESPONSABLE);
    }

    private static String message(Exception e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return message.replaceAll("\\p{Cntrl}", " ").replaceAll("ST-\\S+", "ST-…");
    }
}
