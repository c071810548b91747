package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.CasService;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.socle.web.Adresses;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** SE DÉCONNECTER ({@code POST /deconnexion}) : ferme la session ici, puis au CAS, puis montre la page d'au revoir. */
@Singleton
public final class DeconnexionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient CasService cas;
    private final transient SessionService sessions;
    private final transient Adresses adresses;

    @Inject
    public DeconnexionServlet(CasService cas, SessionService sessions, Adresses adresses) {
        this.cas = cas;
        this.sessions = sessions;
        this.adresses = adresses;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        HttpSession http = requete.getSession(false);
        if (http != null) {
            Object session = http.getAttribute(SessionUtilisateur.ATTRIBUT);
            http.invalidate();
            if (session instanceof SessionUtilisateur ouverte) {
                sessions.finir(ouverte);
            }
        }
        String retour = adresses.origine(requete).orElseThrow() + requete.getContextPath() + "/deconnecte";
        reponse.sendRedirect(cas.adresseDeDeconnexion(retour));
    }

    /** Un lien suivi ou un retour en arrière ne déconnecte personne. */
    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.sendRedirect(requete.getContextPath() + "/accueil");
    }
}
