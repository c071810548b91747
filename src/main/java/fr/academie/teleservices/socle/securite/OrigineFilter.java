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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuse (403) un formulaire envoyé depuis un autre site, avant même que Faces ne vérifie l'état de la page.
 *
 * <p>Un formulaire ne s'envoie que par POST : Faces exécuterait aussi bien un bouton nommé dans une adresse, qu'un lien ou une image
 * d'un autre site peut ouvrir.
 *
 * <p>Le navigateur dit d'où il vient par {@code Sec-Fetch-Site}, qui décide s'il est là : ni une page ni un formulaire ne peuvent
 * l'écrire. À défaut par {@code Origin}, que vide en {@code null} une {@code Referrer-Policy} durcie par un mandataire ou un navigateur,
 * mais aussi un cadre isolé d'un autre site : seul, {@code null} est refusé. Sans l'un ni l'autre (client ancien, mandataire qui les
 * retire), l'état de la page et le cookie {@code SameSite} gardent le formulaire. Sources : Fetch Metadata, §2.1 ; Fetch, « append a
 * request Origin header ».
 *
 * <p>Chaque refus dit sa raison dans les traces : seul l'administrateur peut y remédier. Seul {@code /connexion}, où CAS annonce de
 * serveur à serveur une déconnexion, n'y est pas soumis : il ne fait que fermer une session désignée par son ticket secret.
 */
@Singleton
public final class OrigineFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(OrigineFilter.class);

    private static final String CLE_DE_FORMULAIRE = "jakarta.faces.ViewState";
    private static final String SITE = "Sec-Fetch-Site";
    private static final String ORIGINE = "Origin";
    /** {@code none} : la personne elle-même, en rechargeant une page. */
    private static final Set<String> D_ICI = Set.of("same-origin", "none");

    private static final int LONGUEUR_TRACEE = 120;

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
            refuser(requete, reponse, "il est arrivé dans une adresse, pas par POST");
            return;
        }
        if (!lecture && !"/connexion".equals(Chemins.chemin(requete)) && vientDAilleurs(requete)) {
            refuser(requete, reponse, "il vient d'un autre site");
            return;
        }
        suite.doFilter(requete, reponse);
    }

    private boolean vientDAilleurs(HttpServletRequest requete) {
        String site = requete.getHeader(SITE);
        if (site != null) {
            return !D_ICI.contains(site);
        }
        String origine = requete.getHeader(ORIGINE);
        return origine != null && !adresses.estAutorisee(origine);
    }

    private static void refuser(HttpServletRequest requete, HttpServletResponse reponse, String raison)
            throws IOException {
        LOG.warn(
                "Formulaire refusé (403) sur {} {} : {} (Sec-Fetch-Site : {} ; Origin : {}).",
                requete.getMethod(),
                requete.getRequestURI(),
                raison,
                pourLesTraces(requete.getHeader(SITE)),
                pourLesTraces(requete.getHeader(ORIGINE)));
        reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Ce qu'un inconnu a écrit, sans qu'il puisse ajouter une ligne ni les emplir. */
    private static String pourLesTraces(@Nullable String entete) {
        if (entete == null) {
            return "absent";
        }
        String nu = entete.replaceAll("[^\\x21-\\x7E]", "?");
        return nu.substring(0, Math.min(nu.length(), LONGUEUR_TRACEE));
    }
}
