package fr.academie.teleservices.socle.web;

import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Arrête, avant tout autre, ce que l'application ne saurait lire : une méthode qu'aucune adresse n'attend (405), des paramètres mal
 * encodés ou trop nombreux (400), un envoi trop gros (413), des fichiers là où personne ne les attend (415).
 *
 * <p>Tomcat 10 ignore un paramètre illisible et oublie ceux de trop : un formulaire aux cases coupées serait exécuté à moitié. Tomcat 11
 * lève une exception à la première lecture, qui passerait pour une panne. Sources : attributs {@code
 * org.apache.catalina.parameter_parse_failed} de Tomcat 10.1 ; {@code InvalidParameterException} de Tomcat 11.
 *
 * <p>Tomcat écrit les fichiers d'un envoi sur le disque dès qu'un paramètre y est cherché, et la servlet de Faces les accepte tous : un
 * inconnu emplirait le disque. Un tel envoi est donc refusé sans être lu ; à l'adresse qui en attend, il reste intact jusqu'à la servlet,
 * une fois les droits vérifiés.
 *
 * <p>Une page d'erreur, atteinte par renvoi, se lit toujours : ce qui l'a causée n'y est ni méthode ni paramètre.
 */
@Singleton
public final class DemandesLisibles extends HttpFilter {

    /** Ce qu'une adresse de l'application peut recevoir, comme le dit l'en-tête {@code Allow}. */
    public static final String METHODES = "GET, HEAD, POST";

    private static final long serialVersionUID = 1L;
    private static final Set<String> ADMISES = Set.of(METHODES.split(", "));
    private static final String DES_FICHIERS = "multipart/";
    private static final String PAGE = "demande-illisible";
    private static final String ECHEC = "org.apache.catalina.parameter_parse_failed";
    private static final String MOTIF = ECHEC + "_reason";

    private final Set<String> attendues = ConcurrentHashMap.newKeySet();

    /** Laisse cette adresse recevoir des fichiers : sa servlet les lit elle-même, et les borne. */
    public void attendreDesFichiers(String chemin) {
        attendues.add(chemin);
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        if (requete.getDispatcherType() == DispatcherType.ERROR) {
            suite.doFilter(PageDeRefus.lecture(requete), reponse);
            return;
        }
        if (!ADMISES.contains(requete.getMethod())) {
            reponse.setHeader("Allow", METHODES);
            PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_METHOD_NOT_ALLOWED, PAGE);
            return;
        }
        if (porteDesFichiers(requete)) {
            if (attendues.contains(Chemins.chemin(requete))) {
                suite.doFilter(new SansFormulaire(requete), reponse);
            } else {
                PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, PAGE);
            }
            return;
        }
        int statut = defaut(requete);
        if (statut == HttpServletResponse.SC_OK) {
            suite.doFilter(requete, reponse);
        } else {
            PageDeRefus.montrer(requete, reponse, statut, PAGE);
        }
    }

    private static boolean porteDesFichiers(HttpServletRequest requete) {
        String type = requete.getContentType();
        return type != null && type.strip().regionMatches(true, 0, DES_FICHIERS, 0, DES_FICHIERS.length());
    }

    /** Le statut à rendre ; 200 si les paramètres se lisent. */
    private static int defaut(HttpServletRequest requete) {
        try {
            requete.getParameterMap();
        } catch (IllegalStateException illisible) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (requete.getAttribute(ECHEC) == null) {
            return HttpServletResponse.SC_OK;
        }
        return "POST_TOO_LARGE".equals(String.valueOf(requete.getAttribute(MOTIF)))
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST;
    }
}
