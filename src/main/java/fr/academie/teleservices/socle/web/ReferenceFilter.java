package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.trace.ReferenceDeDemande;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Donne à chaque demande sa {@link ReferenceDeDemande}, et la rend dans {@value #ENTETE} : le mandataire l'écrit à son journal d'accès. */
@Singleton
public final class ReferenceFilter extends HttpFilter {

    /** L'en-tête de chaque réponse. */
    public static final String ENTETE = "X-Reference";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        String reference = ReferenceDeDemande.nouvelle();
        reponse.setHeader(ENTETE, reference);
        ReferenceDeDemande.<IOException, ServletException>sous(reference, () -> suite.doFilter(requete, reponse));
    }
}
