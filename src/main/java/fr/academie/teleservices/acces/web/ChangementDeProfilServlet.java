package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.AutreProfil;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * « Mon espace professionnel », « Mon espace parent » ({@code POST /changer-de-profil}) : une personne qui a les deux profils entre à
 * nouveau par le CAS, qui la connaît encore, cette fois par l'entrée de l'autre. Le retour ferme la session d'avant : jamais les droits
 * des deux ne s'ajoutent.
 */
@Singleton
public final class ChangementDeProfilServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Entrees entrees;

    @Inject
    public ChangementDeProfilServlet(Entrees entrees) {
        this.entrees = entrees;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        HttpSession http = requete.getSession(false);
        Object autre = http == null ? null : http.getAttribute(AutreProfil.ATTRIBUT);
        reponse.sendRedirect(
                autre instanceof AutreProfil profil
                        ? entrees.commencer(requete, reponse, profil.destination(), null)
                        : requete.getContextPath() + "/accueil");
    }

    /** Un lien suivi ou un retour en arrière ne change pas de profil. */
    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.sendRedirect(requete.getContextPath() + "/");
    }
}
