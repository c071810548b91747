package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Garde;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.socle.web.Chemins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Arrête un flot de demandes sans session avant qu'il n'atteigne le CAS, la base ou une page : 429, {@code Retry-After}, et l'heure où
 * réessayer.
 */
@Singleton
public final class GardeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int SECONDES = 60;
    private static final String CONNEXION = "/connexion";

    /** Ce qu'un lien reçu ouvre : le jeton y est cherché en base. */
    private static final List<String> PAGES_D_UN_LIEN = List.of("/oubli/nouveau", "/mail/");

    private final transient Garde garde;
    private final transient PhraseDAttente phrases;
    private final transient PageDAffluence page;

    @Inject
    public GardeFilter(Garde garde, PhraseDAttente phrases, PageDAffluence page) {
        this.garde = garde;
        this.phrases = phrases;
        this.page = page;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        try {
            Optional<Operation> operation = operation(requete);
            if (operation.isPresent()) {
                garde.admettre(operation.get(), requete.getRemoteAddr());
            }
        } catch (TropDEssais e) {
            reponse.setIntHeader("Retry-After", e.attente().minutes() * SECONDES);
            page.montrer(requete, reponse, phrases.reprise(e.attente()));
            return;
        }
        suite.doFilter(requete, reponse);
    }

    private static Optional<Operation> operation(HttpServletRequest requete) {
        String chemin = Chemins.chemin(requete);
        if (CONNEXION.equals(chemin)) {
            return Optional.of(Operation.ENTREE);
        }
        if (requete.getSession(false) != null) {
            return Optional.empty();
        }
        if (PAGES_D_UN_LIEN.stream().anyMatch(chemin::startsWith)) {
            return Optional.of(Operation.LIEN);
        }
        return "POST".equals(requete.getMethod()) ? Optional.of(Operation.ENTREE) : Optional.empty();
    }
}
