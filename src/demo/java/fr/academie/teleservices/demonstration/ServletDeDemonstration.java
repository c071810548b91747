package fr.academie.teleservices.demonstration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Ce que les pages de la démonstration ont en commun : en-têtes stricts, UTF-8, fichiers servis depuis le classpath. */
public abstract class ServletDeDemonstration extends HttpServlet {

    private static final Map<String, String> TYPES = Map.of(
            ".css",
            "text/css;charset=UTF-8",
            ".js",
            "text/javascript;charset=UTF-8",
            ".svg",
            "image/svg+xml;charset=UTF-8");

    private static final String CSP =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; form-action 'self'";

    @Override
    protected void service(HttpServletRequest requete, HttpServletResponse reponse)
            throws ServletException, IOException {
        requete.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reponse.setHeader("Content-Security-Policy", CSP + originesDeFormulaire());
        reponse.setHeader("X-Content-Type-Options", "nosniff");
        reponse.setHeader("Referrer-Policy", "no-referrer");
        reponse.setHeader("Cache-Control", "no-store");
        super.service(requete, reponse);
    }

    /** Origines où un formulaire peut finir par mener, précédées d'une espace ; vide le plus souvent. */
    protected String originesDeFormulaire() {
        return "";
    }

    /** Le chemin demandé dans l'application, barre comprise. */
    protected static String chemin(HttpServletRequest requete) {
        String chemin = requete.getServletPath();
        return chemin.isEmpty() ? "/" : chemin;
    }

    /** Rend une page HTML. */
    protected static void page(HttpServletResponse reponse, int code, String html) throws IOException {
        reponse.setStatus(code);
        reponse.setContentType("text/html;charset=UTF-8");
        reponse.getWriter().write(html);
    }

    /**
     * Sert un fichier rangé près de la classe.
     *
     * @return faux si ce fichier n'existe pas : rien n'a été écrit
     */
    protected boolean fichier(HttpServletResponse reponse, String nom) throws IOException {
        String type = TYPES.get(nom.substring(Math.max(0, nom.lastIndexOf('.'))));
        if (type == null || !nom.matches("[a-z0-9-]+\\.[a-z]+")) {
            return false;
        }
        try (InputStream flux = getClass().getResourceAsStream(nom)) {
            if (flux == null) {
                return false;
            }
            reponse.setContentType(type);
            reponse.setHeader("Cache-Control", "max-age=300");
            flux.transferTo(reponse.getOutputStream());
            return true;
        }
    }
}
