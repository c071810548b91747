package fr.academie.teleservices.socle.securite;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Chemins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Pose les en-têtes de sécurité sur chaque réponse et refuse un nom d'hôte qui n'est pas des réglages.
 *
 * <p>CSP sans {@code unsafe-inline} ni {@code unsafe-eval}. Seule la tuile se laisse encadrer, et par les portails du profil.
 */
@Singleton
public final class EntetesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** L'icône de la tuile, que les pages des portails montrent. */
    private static final String ICONE = "/ts/teleservices.svg";

    private static final String UN_AN = "31536000";

    private final transient Adresses adresses;
    private final transient Textes textes;
    private final boolean chiffre;
    private final String politique;
    private final String politiqueTuile;

    @Inject
    public EntetesFilter(Reglages reglages, ProfilAcademie profil, Adresses adresses, Textes textes) {
        this.textes = textes;
        this.adresses = adresses;
        this.chiffre = reglages.entierementChiffre();
        URI cas = reglages.cas().adresse();
        String base = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; object-src 'none'; manifest-src 'self'; base-uri 'none'; form-action 'self' "
                + cas.getScheme()
                + "://" + cas.getAuthority() + "; frame-ancestors ";
        this.politique = base + "'none'";
        this.politiqueTuile = base
                + (profil.tuilePortails().isEmpty()
                        ? "'none'"
                        : profil.tuilePortails().stream().map(URI::toString).collect(Collectors.joining(" ")));
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        String chemin = Chemins.chemin(requete);
        boolean tuile = "/tuile".equals(chemin);
        reponse.setHeader("Content-Security-Policy", tuile ? politiqueTuile : politique);
        if (!tuile) {
            reponse.setHeader("X-Frame-Options", "DENY");
        }
        reponse.setHeader("X-Content-Type-Options", "nosniff");
        reponse.setHeader("Referrer-Policy", "same-origin");
        reponse.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        reponse.setHeader("Cross-Origin-Resource-Policy", ICONE.equals(chemin) ? "cross-origin" : "same-origin");
        reponse.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (chiffre) {
            reponse.setHeader("Strict-Transport-Security", "max-age=" + UN_AN + "; includeSubDomains");
        }
        reponse.setHeader("Cache-Control", cache(chemin));
        if (estRefusee(requete, chemin)) {
            reponse.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            reponse.setContentType("text/plain");
            reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
            reponse.getWriter().println(textes.de("adresse.refusee"));
            return;
        }
        suite.doFilter(requete, reponse);
    }

    /**
     * Jugée à son arrivée seulement : quand Tomcat rend une page d'erreur, ce que le mandataire disait de l'adresse publique peut
     * n'être plus là. Une sonde interroge {@code /sante} par une adresse interne, Prometheus {@code /mesures} ;
     * ils n'y lisent rien de personnel.
     */
    private boolean estRefusee(HttpServletRequest requete, String chemin) {
        return requete.getDispatcherType() == DispatcherType.REQUEST
                && !Chemins.estUneSonde(chemin)
                && !"/mesures".equals(chemin)
                && adresses.origine(requete).isEmpty();
    }

    private static String cache(String chemin) {
        if (chemin.startsWith("/dsfr/")) {
            return "public, max-age=" + UN_AN + ", immutable";
        }
        return Chemins.estStatique(chemin) ? "public, max-age=3600" : "no-store";
    }
}
