package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.journal.Profil;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les pages qui disent pourquoi l'on n'entre pas. */
final class PagesDeRefus {

    /** Attribut de requête : la page d'arrivée du bureau de l'agent, que la page de refus propose. */
    private static final String BUREAU = "bureau";

    private PagesDeRefus() {}

    /** Montre {@code /erreurs/<page>} avec ce statut HTTP. */
    static void montrer(HttpServletRequest requete, HttpServletResponse reponse, int statut, String page)
            throws ServletException, IOException {
        reponse.setStatus(statut);
        requete.getRequestDispatcher("/erreurs/" + page + ".xhtml").forward(new Lecture(requete), reponse);
    }

    /** « Service réservé aux responsables », et à un agent le chemin de son bureau. */
    static void reserverAuxResponsables(HttpServletRequest requete, HttpServletResponse reponse, Profil profil)
            throws ServletException, IOException {
        profil.bureau().ifPresent(bureau -> requete.setAttribute(BUREAU, bureau));
        montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "acces-reserve");
    }

    /** La même demande sans son formulaire : Faces prendrait sinon la page de refus pour celle qui l'a envoyé. */
    private static final class Lecture extends HttpServletRequestWrapper {

        Lecture(HttpServletRequest refusee) {
            super(refusee);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getParameter(String nom) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String nom) {
            return null;
        }
    }
}
