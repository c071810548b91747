package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.persistance.PanneDeLaBase;
import fr.academie.teleservices.socle.persistance.Patience;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.trace.ReferenceDeDemande;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ce que personne n'attendait : écrit une fois dans les traces avec la référence de la demande, que la page montre à qui l'a subi. Une base qui ne peut
 * pas servir n'est pas une faute : 503, {@code Retry-After}, et une ligne de trace par demande, la pile une fois par minute.
 *
 * <p>Quelqu'un attend la réponse : ce que la demande fait en base est borné ({@link Patience}), sa page d'erreur comprise.
 *
 * <p>Une {@link IOException} passe : c'est le navigateur qui est parti. Si la page d'erreur elle-même échoue, une phrase en texte brut la remplace : jamais une trace de programme à l'écran.
 */
@Singleton
public final class IncidentsFilter extends HttpFilter {

    /** Attribut de requête que la page d'erreur affiche. */
    public static final String REFERENCE = "reference";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(IncidentsFilter.class);
    private static final long ENTRE_DEUX_PILES = Duration.ofMinutes(1).toNanos();

    private final AtomicLong pileMontree = new AtomicLong(System.nanoTime() - ENTRE_DEUX_PILES);
    private final transient Textes textes;

    @Inject
    public IncidentsFilter(Textes textes) {
        this.textes = textes;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException {
        Patience.<IOException, RuntimeException>devantQuelquUn(() -> servir(requete, reponse, suite));
    }

    private void servir(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws IOException {
        try {
            suite.doFilter(requete, reponse);
        } catch (ServletException | RuntimeException e) {
            String reference =
                    Objects.requireNonNullElseGet(ReferenceDeDemande.courante(), ReferenceDeDemande::nouvelle);
            PanneDeLaBase panne = PanneDeLaBase.de(e).orElse(null);
            tracer(requete, reference, panne, e);
            if (!reponse.isCommitted()) {
                montrer(requete, reponse, reference, panne);
            }
        }
    }

    /** L'adresse est telle que reçue, non décodée : elle n'ajoute pas de ligne aux traces. */
    private void tracer(HttpServletRequest requete, String reference, @Nullable PanneDeLaBase panne, Exception e) {
        if (panne == null) {
            LOG.error("Incident {} sur {} {}", reference, requete.getMethod(), requete.getRequestURI(), e);
            return;
        }
        LOG.warn(
                "Base {} : incident {} sur {} {} : {}.",
                panne,
                reference,
                requete.getMethod(),
                requete.getRequestURI(),
                PanneDeLaBase.enBref(e));
        long derniere = pileMontree.get();
        long maintenant = System.nanoTime();
        if (maintenant - derniere >= ENTRE_DEUX_PILES && pileMontree.compareAndSet(derniere, maintenant)) {
            LOG.warn("La pile de l'incident {}, la seule en une minute :", reference, e);
        }
    }

    private static String page(PanneDeLaBase panne) {
        return switch (panne) {
            case INDISPONIBLE -> "indisponible";
            case LECTURE_SEULE -> "lecture-seule";
        };
    }

    private void montrer(
            HttpServletRequest requete, HttpServletResponse reponse, String reference, @Nullable PanneDeLaBase panne)
            throws IOException {
        reponse.resetBuffer();
        requete.setAttribute(REFERENCE, reference);
        try {
            if (panne == null) {
                PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "interne");
            } else {
                PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE, page(panne));
            }
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
}
