package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.MailDActivation;
import fr.academie.teleservices.socle.web.Chemins;
import fr.academie.teleservices.socle.web.PageDeRefus;
import fr.academie.teleservices.socle.web.Reprise;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ouvre chaque page à qui y a droit.
 *
 * <p>À chaque requête la session et le compte sont relus en base : une déconnexion unique, un changement de mot de passe ou un
 * regroupement fait ailleurs vaut donc dès la requête suivante, sur tous les serveurs. Un compte CREE ne voit que l'activation ; un
 * compte dont elle n'est pas finie, que l'étape qui manque, si le profil d'académie l'exige ; un agent, que son bureau.
 */
@Singleton
public final class AccesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ACTIVATION = "/activation";
    private static final String ETAPE_MAIL = "/activation/mail";
    private static final Set<String> AVANT_LE_MOT_DE_PASSE = Set.of(ACTIVATION, "/activation/mot-de-passe");
    /** Le champ « identifiant du compte » de l'étape 1 d'un regroupement. */
    private static final String IDENTIFIANT_SAISI = "autreIdentifiant-saisie";

    /** Un document demandé par un formulaire porte le nom de la page qui le demande : {@code courrier.pdf}, {@code courrier}. */
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z]+$");

    private static final Set<String> PUBLICS = Set.of(
            "/liens-utiles",
            "/contact",
            "/accessibilite",
            "/mentions-legales",
            "/donnees-personnelles",
            "/deconnecte",
            "/sante",
            "/politique-mot-de-passe",
            "/tuile",
            "/tuile/descripteurs");
    private static final List<String> DOSSIERS_PUBLICS =
            List.of("/erreurs/", "/oubli/", "/mail/", "/tuile/descripteurs/");
    private static final Set<String> SANS_SESSION = Set.of("/connexion", "/deconnexion");

    private final transient SessionService sessions;
    private final transient CompteService comptes;
    private final transient AgentService agents;
    private final transient UtilisateurCourant utilisateur;
    private final transient Entrees entrees;
    private final transient ComptesFermes fermes;
    private final boolean mailFacultatif;

    @Inject
    public AccesFilter(
            SessionService sessions,
            CompteService comptes,
            AgentService agents,
            UtilisateurCourant utilisateur,
            Entrees entrees,
            ComptesFermes fermes,
            ProfilAcademie profil) {
        this.sessions = sessions;
        this.comptes = comptes;
        this.agents = agents;
        this.utilisateur = utilisateur;
        this.entrees = entrees;
        this.fermes = fermes;
        this.mailFacultatif = profil.mailDActivation() == MailDActivation.FACULTATIF;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        String chemin = Chemins.chemin(requete);
        if (Chemins.estStatique(chemin) || SANS_SESSION.contains(chemin)) {
            suite.doFilter(requete, reponse);
            return;
        }
        boolean publique = PUBLICS.contains(chemin) || DOSSIERS_PUBLICS.stream().anyMatch(chemin::startsWith);
        SessionUtilisateur session = session(requete);
        Compte compte = session == null ? null : compteOuvert(session);
        Agent agent = session == null ? null : agent(requete, session);
        Compte ferme = session == null || compte != null || agent != null
                ? null
                : fermes.de(session).orElse(null);
        if (session != null && compte != null) {
            utilisateur.definir(session, compte, requete.getRemoteAddr());
        } else if (agent != null) {
            utilisateur.definir(agent);
        } else if (session != null && ferme == null) {
            requete.getSession().invalidate();
        }
        if (publique) {
            suite.doFilter(requete, reponse);
        } else if (ferme != null) {
            fermes.montrer(requete, reponse, ferme);
        } else if (agent != null) {
            ouvrirAUnAgent(requete, reponse, suite, agent);
        } else if (chemin.isEmpty() || "/".equals(chemin)) {
            reponse.sendRedirect(requete.getContextPath() + "/accueil");
        } else if (compte == null) {
            allerSIdentifier(requete, reponse, chemin);
        } else if (Profil.estUnBureau(chemin)) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "bureau-reserve");
        } else {
            String ailleurs = etapeAFaire(compte, chemin);
            if (ailleurs == null) {
                suite.doFilter(requete, reponse);
            } else {
                envoyer(requete, reponse, requete.getContextPath() + ailleurs);
            }
        }
    }

    /** La page où ce compte doit aller d'abord ; {@code null} s'il peut voir celle-ci. */
    private @Nullable String etapeAFaire(Compte compte, String chemin) {
        boolean avantLeMotDePasse = AVANT_LE_MOT_DE_PASSE.contains(chemin);
        if (compte.doitChoisirSonMotDePasse()) {
            return avantLeMotDePasse ? null : ACTIVATION;
        }
        if (!avantLeMotDePasse && (mailFacultatif || chemin.equals(ETAPE_MAIL))) {
            return null;
        }
        if (comptes.activationEnCours(compte.id())) {
            return ETAPE_MAIL;
        }
        return avantLeMotDePasse ? "/accueil" : null;
    }

    private static @Nullable SessionUtilisateur session(HttpServletRequest requete) {
        HttpSession http = requete.getSession(false);
        return http == null ? null : (SessionUtilisateur) http.getAttribute(SessionUtilisateur.ATTRIBUT);
    }

    private @Nullable Compte compteOuvert(SessionUtilisateur session) {
        return session.profil() != Profil.RESPONSABLE
                ? null
                : comptes.parIdentifiant(session.identifiant())
                        .filter(lu -> lu.etat().estOuvert())
                        .filter(lu -> sessions.estOuverte(session))
                        .orElse(null);
    }

    private @Nullable Agent agent(HttpServletRequest requete, SessionUtilisateur session) {
        return session.profil() == Profil.RESPONSABLE
                ? null
                : agents.relire(session.agentReconnu(), session.sessionId(), requete.getRemoteAddr())
                        .filter(lu -> sessions.estOuverte(session))
                        .orElse(null);
    }

    /** Un agent est chez lui dans son bureau, et nulle part ailleurs. */
    private static void ouvrirAUnAgent(
            HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite, Agent agent)
            throws ServletException, IOException {
        String chemin = Chemins.chemin(requete);
        Profil profil = agent.profil();
        if (PagesDuChef.refuse(agent, chemin, requete)) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "reserve-au-chef");
        } else if (profil.aPourBureau(chemin)) {
            suite.doFilter(requete, reponse);
        } else if (chemin.isEmpty() || "/".equals(chemin)) {
            reponse.sendRedirect(requete.getContextPath() + profil.bureau().orElseThrow());
        } else if (Profil.estUnBureau(chemin)) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "bureau-reserve");
        } else {
            PagesDeRefus.reserverAuxResponsables(requete, reponse, profil);
        }
    }

    private void allerSIdentifier(HttpServletRequest requete, HttpServletResponse reponse, String chemin)
            throws IOException {
        boolean envoi = "POST".equals(requete.getMethod());
        String question = requete.getQueryString();
        String destination = envoi
                ? Reprise.adresse(EXTENSION.matcher(chemin).replaceFirst(""), requete)
                : chemin + (question == null ? "" : "?" + question);
        envoyer(
                requete,
                reponse,
                entrees.commencer(
                        requete, reponse, destination, envoi ? requete.getParameter(IDENTIFIANT_SAISI) : null));
    }

    /** Redirige ; une requête ajax de Faces ne suit une redirection que si la réponse est la sienne. */
    private static void envoyer(HttpServletRequest requete, HttpServletResponse reponse, String adresse)
            throws IOException {
        if (!"partial/ajax".equals(requete.getHeader("Faces-Request"))) {
            reponse.sendRedirect(adresse);
            return;
        }
        reponse.setContentType("text/xml");
        reponse.setCharacterEncoding("UTF-8");
        reponse.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + adresse.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                        + "\"/></partial-response>");
    }
}
