package fr.academie.teleservices.socle.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Une page de {@code /erreurs/}, rendue à la place de celle qui était demandée. */
public final class PageDeRefus {

    private PageDeRefus() {}

    /** Montre {@code /erreurs/<page>} avec ce statut HTTP. */
    public static void montrer(HttpServletRequest requete, HttpServletResponse reponse, int statut, String page)
            throws ServletException, IOException {
        reponse.setStatus(statut);
        requete.getRequestDispatcher("/erreurs/" + page + ".xhtml").forward(lecture(requete), reponse);
    }

    /** La même demande sans son formulaire ni sa méthode : Faces prendrait sinon la page de refus pour celle qui l'a envoyé. */
    static HttpServletRequest lecture(HttpServletRequest refusee) {
        return new Lecture(refusee);
    }

    private static final class Lecture extends SansFormulaire {

        Lecture(HttpServletRequest refusee) {
            super(refusee);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
