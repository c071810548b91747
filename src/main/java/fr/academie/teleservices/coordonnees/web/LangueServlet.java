package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.acces.LangueDuTitulaire;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.web.CookieDeLangue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /langue/choisir} : garde la langue choisie dans ce navigateur, et dans le compte de la personne connectée, puis rend la page
 * d'où elle vient. Une langue que le service ne parle pas ne change rien.
 */
@Singleton
public final class LangueServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Langues langues;
    private final transient CookieDeLangue cookie;
    private final transient LangueDuTitulaire titulaire;
    private final transient UtilisateurCourant utilisateur;

    @Inject
    public LangueServlet(
            Langues langues, CookieDeLangue cookie, LangueDuTitulaire titulaire, UtilisateurCourant utilisateur) {
        this.langues = langues;
        this.cookie = cookie;
        this.titulaire = titulaire;
        this.utilisateur = utilisateur;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        langues.deCode(requete.getParameter("langue")).ifPresent(langue -> garder(requete, reponse, langue));
        revenir(requete, reponse);
    }

    /** Un lien suivi ou un retour en arrière ne change pas de langue. */
    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        revenir(requete, reponse);
    }

    private void garder(HttpServletRequest requete, HttpServletResponse reponse, Langue langue) {
        cookie.poser(requete, reponse, langue);
        if (utilisateur.isResponsable()) {
            titulaire.garder(utilisateur.demandeur(), utilisateur.getCompte(), langue);
        }
    }

    private static void revenir(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.setStatus(HttpServletResponse.SC_SEE_OTHER);
        reponse.setHeader("Location", requete.getContextPath() + LanguesBean.retour(requete.getParameter("retour")));
    }
}
