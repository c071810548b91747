package fr.academie.teleservices.socle.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Une page de {@code /erreurs/}, rendue à la place de celle qui était demandée. */
public final class PageDeRefus {

    /** Le temps que revienne ce qui manque, base ou CAS. */
    private static final int REVENIR_DANS_S = 60;

    private static final String REVENIR = "Retry-After";

    private PageDeRefus() {}

    /** Montre {@code /erreurs/<page>} avec ce statut HTTP ; un 503 dit toujours quand revenir, dans une minute si l'appelant ne l'a pas dit. */
    public static void montrer(HttpServletRequest requete, HttpServletResponse reponse, int statut, String page)
            throws ServletException, IOException {
        reponse.setStatus(statut);
        if (statut == HttpServletResponse.SC_SERVICE_UNAVAILABLE && !reponse.containsHeader(REVENIR)) {
            reponse.setIntHeader(REVENIR, REVENIR_DANS_S);
        }
        requete.getRequestDispatcher(adresse(page)).forward(lecture(requete), reponse);
    }

    /** Le texte de {@code /erreurs/<page>} tel que cette demande le verrait, sans rien répondre. */
    public static String lire(HttpServletRequest requete, HttpServletResponse reponse, String page)
            throws ServletException, IOException {
        Copie copie = new Copie(reponse);
        requete.getRequestDispatcher(adresse(page)).include(lecture(requete), copie);
        copie.plume.flush();
        return copie.texte.toString();
    }

    private static String adresse(String page) {
        return "/erreurs/" + page + ".xhtml";
    }

    /** Garde le texte d'une page incluse ; le reste d'une réponse n'est pas à ce qu'on inclut. */
    private static final class Copie extends HttpServletResponseWrapper {

        private final StringWriter texte = new StringWriter();
        private final PrintWriter plume = new PrintWriter(texte);

        Copie(HttpServletResponse reponse) {
            super(reponse);
        }

        @Override
        public PrintWriter getWriter() {
            return plume;
        }

        @Override
        public void flushBuffer() {
            plume.flush();
        }

        @Override
        public void resetBuffer() {
            texte.getBuffer().setLength(0);
        }
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
