package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.Entrees;
import fr.academie.teleservices.acces.web.OuvertureDeSession;
import fr.academie.teleservices.activation.web.RepriseActivation;
import fr.academie.teleservices.porte.CourrierNonReconnu;
import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.porte.web.CourrierEnMain.EnMain;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * La réponse à « Avez-vous déjà un compte ? » ({@code POST /courrier/repondre}).
 *
 * <p>« Non » ouvre la session du courrier, et mène au mot de passe à choisir ; « oui » garde le courrier au chaud pendant que la personne se
 * connecte avec le compte qu'elle garde. Hors de Faces : la session HTTP y change.
 */
@Singleton
public class ReponseServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SUITE = "/courrier/suite";
    private static final String QUESTION = "/courrier/question";
    private static final String PERIME = "/courrier?motif=PERIME";
    private static final String MOT_DE_PASSE = "/activation/mot-de-passe";

    private final transient PorteService portes;
    private final transient CourrierEnMain courriers;
    private final transient CookieDuCourrier cookies;
    private final transient Entrees entrees;
    private final transient OuvertureDeSession ouvertures;
    private final transient UtilisateurCourant utilisateur;
    private final transient RepriseActivation reprise;

    @Inject
    public ReponseServlet(
            PorteService portes,
            CourrierEnMain courriers,
            CookieDuCourrier cookies,
            Entrees entrees,
            OuvertureDeSession ouvertures,
            UtilisateurCourant utilisateur,
            RepriseActivation reprise) {
        this.portes = portes;
        this.courriers = courriers;
        this.cookies = cookies;
        this.entrees = entrees;
        this.ouvertures = ouvertures;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String de = String.valueOf(requete.getParameter("de"));
        EnMain enMain = courriers.lire(requete, de).orElse(null);
        String choix = requete.getParameter("reponse");
        String vers;
        if (enMain == null) {
            vers = requete.getContextPath() + PERIME;
        } else if ("oui".equals(choix)) {
            vers = dejaUnCompte(requete, reponse, enMain);
        } else if ("non".equals(choix)) {
            vers = requete.getContextPath() + pasDeCompte(requete, reponse, enMain);
        } else {
            vers = requete.getContextPath() + QUESTION;
        }
        reponse.sendRedirect(vers);
    }

    /** Un lien suivi ou un retour en arrière ne répond rien. */
    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.sendRedirect(requete.getContextPath() + QUESTION);
    }

    /** La question a montré les enfants du courrier : l'étape 1 est vue. */
    private String pasDeCompte(HttpServletRequest requete, HttpServletResponse reponse, EnMain enMain) {
        if (!enMain.parLaSession()) {
            Optional<SessionUtilisateur> ouverte = Optional.ofNullable(cookies.lire(requete))
                    .flatMap(jeton -> portes.ouvrir(jeton, requete.getRemoteAddr()));
            cookies.retirer(requete, reponse);
            if (ouverte.isEmpty()) {
                return PERIME;
            }
            ouvertures.installer(requete, ouverte.get(), null, null);
        }
        reprise.noterEnfants(Set.of());
        return MOT_DE_PASSE;
    }

    /**
     * Connectée avec un compte qu'elle peut garder, la personne continue ; entrée par un courrier, le CAS lui redemande qui elle est, sans quoi
     * il rendrait le même compte.
     */
    private String dejaUnCompte(HttpServletRequest requete, HttpServletResponse reponse, EnMain enMain)
            throws IOException {
        if (enMain.parLaSession()) {
            try {
                cookies.poser(
                        requete, reponse, portes.presenterLaSession(utilisateur.demandeur(), cookies.lire(requete)));
            } catch (CourrierNonReconnu e) {
                return requete.getContextPath() + PERIME;
            }
            return entrees.prouver(requete, reponse, SUITE, null);
        }
        if (!utilisateur.isConnecte()) {
            return entrees.commencer(requete, reponse, SUITE, null);
        }
        boolean peutGarder = utilisateur.isResponsable()
                && utilisateur.getCompte().id() != enMain.courrier().responsableId()
                && !utilisateur.getCompte().doitChoisirSonMotDePasse();
        return peutGarder ? requete.getContextPath() + SUITE : entrees.prouver(requete, reponse, SUITE, null);
    }
}
