package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ce que personne n'attendait : écrit une fois dans les traces avec une référence, que la page montre à qui l'a subi.
 *
 * <p>Une {@link IOException} passe : c'est le navigateur qui est parti. Si la page d'erreur elle-même échoue, une phrase en texte brut la remplace : jamais une trace de programme à l'écran.
 */
@Singleton
public final class IncidentsFilter extends HttpFilter {

    /** Attribut de requête que la page d'erreur affiche. */
    public static final String REFERENCE = "reference";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(IncidentsFilter.class);
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LONGUEUR = 8;

    private final SecureRandom hasard = new SecureRandom();
    private final transient Textes textes;

    @Inject
    public IncidentsFilter(Textes textes) {
        this.textes = textes;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException {
        try {
            suite.doFilter(requete, reponse);
        } catch (ServletException | RuntimeException e) {
            String reference = reference();
            // L'adresse telle que reçue, non décodée : elle n'ajoute pas de ligne aux traces.
            LOG.error("Incident {} sur {} {}", reference, requete.getMethod(), requete.getRequestURI(), e);
            if (!reponse.isCommitted()) {
                montrer(requete, reponse, reference);
            }
        }
    }

    private void montrer(HttpServletRequest requete, HttpServletResponse reponse, String reference) throws IOException {
        reponse.resetBuffer();
        requete.setAttribute(REFERENCE, reference);
        try {
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "interne");
        } catch (IOException | ServletException | RuntimeException e) {
            LOG.error("La page d'erreur de l'incident {} a échoué aussi.", reference, e);
            if (!reponse.isCommitted()) {
                reponse.resetBuffer();
                reponse.setContentType("text/plain");
                reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
                reponse.getWriter().println(textes.avec("incident.secours", reference));
            }
        }
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < LONGUEUR; i++) {
            reference.append(ALPHABET.charAt(hasard.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
