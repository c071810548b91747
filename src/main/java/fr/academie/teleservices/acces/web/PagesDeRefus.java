package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.web.PageDeRefus;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Les pages qui disent pourquoi l'on n'entre pas. */
final class PagesDeRefus {

    /** Attribut de requête : la page d'arrivée du bureau de l'agent, que la page de refus propose. */
    private static final String BUREAU = "bureau";

    private PagesDeRefus() {}

    /** « Service réservé aux responsables », et à un agent le chemin de son bureau. */
    static void reserverAuxResponsables(HttpServletRequest requete, HttpServletResponse reponse, Profil profil)
            throws ServletException, IOException {
        profil.bureau().ifPresent(bureau -> requete.setAttribute(BUREAU, bureau));
        PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "acces-reserve");
    }
}
