package fr.academie.teleservices.socle.web;

import jakarta.servlet.http.HttpServletRequest;

/** Le chemin d'une requête dans l'application, et ce que les filtres ont à en savoir. */
public final class Chemins {

    private Chemins() {}

    /** Le chemin décodé après le contexte, sans {@code .xhtml} : {@code /compte/enfants}. */
    public static String chemin(HttpServletRequest requete) {
        String suite = requete.getPathInfo();
        String chemin = requete.getServletPath() + (suite == null ? "" : suite);
        return chemin.endsWith(".xhtml") ? chemin.substring(0, chemin.length() - ".xhtml".length()) : chemin;
    }

    /** Ce qu'une surveillance interroge, de l'intérieur : {@code /sante} et ses deux sœurs. */
    public static boolean estUneSonde(String chemin) {
        return "/sante".equals(chemin) || chemin.startsWith("/sante/");
    }

    /** Feuilles de style, scripts, polices et images : les mêmes pour tous. */
    public static boolean estStatique(String chemin) {
        return chemin.startsWith("/dsfr/") || chemin.startsWith("/ts/") || "/favicon.ico".equals(chemin);
    }
}
