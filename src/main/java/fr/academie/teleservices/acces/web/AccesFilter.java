package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.AgentConnecte;
import fr.academie.teleservices.acces.AutreProfil;
import fr.academie.teleservices.acces.ConnexionDesAgents;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.acces.ResponsableConnecte;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Compte;
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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ouvre chaque page à qui y a droit, et dont la session a prouvé ce que son {@link Acte} demande.
 *
 * <p>À chaque requête la session et le compte sont relus en base : une déconnexion unique, un changement de mot de passe ou un
 * regroupement fait ailleurs vaut donc dès la requête suivante, sur tous les serveurs. Un compte CREE ne voit que l'activation ; un
 * compte dont elle n'est pas finie, que l'étape qui manque, si le profil d'académie l'exige ; un agent, que son bureau.
 */
@Singleton
public final class AccesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POST = "POST";
    private static final String ACTIVATION = "/activation";
    private static final String ETAPE_MAIL = "/activation/mail";
    private static final Set<String> AVANT_LE_MOT_DE_PASSE = Set.of(ACTIVATION, "/activation/mot-de-passe");
    /** Le champ « identifiant du compte » de l'étape 1 d'un regroupement. */
    private static final String IDENTIFIANT_SAISI = "autreIdentifiant-saisie";

    /** Un document demandé par un formulaire porte le nom de la page qui le demande : {@code courrier.pdf}, {@code courrier}. */
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z]+$");

    private final transient SessionService sessions;
    private final transient ConnexionDesAgents agents;
    private final transient UtilisateurCourant utilisateur;
    private final transient Entrees entrees;
    private final transient ComptesFermes fermes;
    private final transient DemandeDePreuve preuves;
    private final boolean mailFacultatif;

    @Inject
    public AccesFilter(
            SessionService sessions,
            ConnexionDesAgents agents,
            UtilisateurCourant utilisateur,
            Entrees entrees,
            ComptesFermes fermes,
            DemandeDePreuve preuves,
            ProfilAcademie profil) {
        this.sessions = sessions;
        this.agents = agents;
        this.utilisateur = utilisateur;
        this.entrees = entrees;
        this.fermes = fermes;
        this.preuves = preuves;
        this.mailFacultatif = profil.mailDActivation() == MailDActivation.FACULTATIF;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        String chemin = Chemins.chemin(requete);
        Acte acte = Acte.de(chemin).orElse(null);
        if (Chemins.estStatique(chemin) || acte == Acte.ENTRER_ET_SORTIR) {
            suite.doFilter(requete, reponse);
            return;
        }
        SessionUtilisateur session = session(requete);
        Compte compte = session == null ? null : responsable(requete, session);
        Agent agent = session == null ? null : agent(requete, session);
        Compte ferme = session == null || compte != null || agent != null
                ? null
                : fermes.de(session).orElse(null);
        if (session != null && compte == null && agent == null && ferme == null) {
            requete.getSession().invalidate();
        }
        utilisateur.definir(attribut(requete, AutreProfil.ATTRIBUT, AutreProfil.class));
        if (acte != null && acte.requis().isEmpty()) {
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
                ouvrir(requete, reponse, suite, utilisateur.demandeur().niveau());
            } else {
                envoyer(requete, reponse, requete.getContextPath() + ailleurs);
            }
        }
    }

    /** Ouvre l'adresse si la session a prouvé assez pour son acte, et mène à la preuve qui manque sinon, ou si l'acte la réclame plus loin. */
    private void ouvrir(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite, Niveau niveau)
            throws IOException, ServletException {
        String chemin = Chemins.chemin(requete);
        Acte acte = Acte.de(chemin).orElse(null);
        if (acte == null) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!acte.admet(niveau)) {
            preuves.demander(requete, reponse, acte);
            return;
        }
        try {
            suite.doFilter(requete, reponse);
        } catch (ServletException | RuntimeException e) {
            PreuveInsuffisante insuffisante = DemandeDePreuve.cause(e);
            if (insuffisante == null || reponse.isCommitted()) {
                throw e;
            }
            // Les en-têtes déjà posés, eux, restent.
            reponse.resetBuffer();
            preuves.demander(requete, reponse, insuffisante.acte());
            return;
        }
        if (POST.equals(requete.getMethod())) {
            EnvoisRetenus.oublier(requete);
        }
    }

    /** La page où ce compte doit aller d'abord ; {@code null} s'il peut voir celle-ci. */
    private @Nullable String etapeAFaire(Compte compte, String chemin) {
        boolean avantLeMotDePasse = AVANT_LE_MOT_DE_PASSE.contains(chemin);
        if (compte.doitChoisirSonMotDePasse()) {
            return avantLeMotDePasse || chemin.equals(DemandeDePreuve.PAGE) ? null : ACTIVATION;
        }
        // L'adresse mail attend que le titulaire se soit prouvé.
        boolean sansMail = mailFacultatif || utilisateur.isLimite();
        if (!avantLeMotDePasse && (sansMail || chemin.equals(ETAPE_MAIL))) {
            return null;
        }
        if (!utilisateur.isLimite() && utilisateur.responsable().activationEnCours()) {
            return ETAPE_MAIL;
        }
        return avantLeMotDePasse ? "/accueil" : null;
    }

    private static @Nullable SessionUtilisateur session(HttpServletRequest requete) {
        return attribut(requete, SessionUtilisateur.ATTRIBUT, SessionUtilisateur.class);
    }

    private static <T> @Nullable T attribut(HttpServletRequest requete, String nom, Class<T> type) {
        HttpSession http = requete.getSession(false);
        return http == null ? null : type.cast(http.getAttribute(nom));
    }

    private @Nullable Compte responsable(HttpServletRequest requete, SessionUtilisateur session) {
        ResponsableConnecte responsable = session.profil() != Profil.RESPONSABLE
                ? null
                : sessions.responsable(session).orElse(null);
        if (responsable == null) {
            return null;
        }
        utilisateur.definir(session, responsable, requete.getRemoteAddr());
        return responsable.compte();
    }

    private @Nullable Agent agent(HttpServletRequest requete, SessionUtilisateur session) {
        AgentConnecte agent = session.profil() == Profil.RESPONSABLE
                ? null
                : agents.retrouver(session, requete.getRemoteAddr()).orElse(null);
        if (agent == null) {
            return null;
        }
        utilisateur.definir(agent);
        return agent.agent();
    }

    /** Un agent est chez lui dans son bureau, et nulle part ailleurs. */
    private void ouvrirAUnAgent(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite, Agent agent)
            throws ServletException, IOException {
        String chemin = Chemins.chemin(requete);
        Profil profil = agent.profil();
        if (PagesDuChef.refuse(agent, chemin, requete)) {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "reserve-au-chef");
        } else if (profil.aPourBureau(chemin)
                || Acte.de(chemin).filter(Acte.VOIR_SES_SESSIONS::equals).isPresent()) {
            ouvrir(requete, reponse, suite, agent.frais() ? Niveau.FRAIS : Niveau.MOT_DE_PASSE);
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
        boolean envoi = POST.equals(requete.getMethod());
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

    private static void envoyer(HttpServletRequest requete, HttpServletResponse reponse, String adresse)
            throws IOException {
        Redirections.envoyer(requete, reponse, adresse);
    }
}
