package fr.academie.teleservices.socle.securite;

import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Chemins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuse (403) un formulaire envoyé depuis un autre site, avant même que Faces ne vérifie l'état de la page.
 *
 * <p>Un formulaire ne s'envoie que par POST : Faces exécuterait aussi bien un bouton nommé dans une adresse, qu'un lien ou une image
 * d'un autre site peut ouvrir.
 *
 * <p>Le navigateur dit d'où il vient par {@code Sec-Fetch-Site} ou {@code Origin}. Seul {@code /connexion}, où CAS annonce de
 * serveur à serveur une déconnexion, n'y est pas soumis : il ne fait que fermer une session désignée par son ticket secret.
 */
@Singleton
public final class OrigineFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String CLE_DE_FORMULAIRE = "jakarta.faces.ViewState";

    private final transient Adresses adresses;

    @Inject
    public OrigineFilter(Adresses adresses) {
        this.adresses = adresses;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        boolean lecture = "GET".equals(requete.getMethod()) || "HEAD".equals(requete.getMethod());
        if (lecture && requete.getParameter(CLE_DE_FORMULAIRE) != null) {
            reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!lecture && !"/connexion".equals(Chemins.chemin(requete)) && vientDAilleurs(requete)) {
            reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        suite.doFilter(requete, reponse);
    }

    private boolean vientDAilleurs(HttpServletRequest requete) {
        String site = requete.getHeader("Sec-Fetch-Site");
        if (site != null && !"same-origin".equals(site) && !"none".equals(site)) {
            return true;
        }
        String origine = requete.getHeader("Origin");
        return origine != null && !adresses.estAutorisee(origine);
    }
}
