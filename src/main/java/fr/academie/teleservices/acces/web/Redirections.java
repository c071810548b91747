package fr.academie.teleservices.acces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Où l'on envoie un navigateur, page ou requête ajax. */
final class Redirections {

    private Redirections() {}

    /** Redirige ; une requête ajax de Faces ne suit une redirection que si la réponse est la sienne. */
    static void envoyer(HttpServletRequest requete, HttpServletResponse reponse, String adresse) throws IOException {
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
