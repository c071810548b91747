package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.web.Cookies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Le jeton du courrier qui attend dans ce navigateur : hors de portée des scripts, et jamais envoyé d'un autre site. */
@Singleton
public class CookieDuCourrier {

    private static final String NOM = "courrier";
    private static final int LONGUEUR_MAXIMALE = 64;

    private final Cookies cookies;

    @Inject
    public CookieDuCourrier(Cookies cookies) {
        this.cookies = cookies;
    }

    /** Le jeton que porte cette requête ; nul s'il n'y en a pas. */
    public @Nullable String lire(HttpServletRequest requete) {
        String nom = cookies.nom(requete.getContextPath(), NOM);
        return Stream.ofNullable(requete.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(nom))
                .map(Cookie::getValue)
                .filter(valeur -> !valeur.isEmpty() && valeur.length() <= LONGUEUR_MAXIMALE)
                .findFirst()
                .orElse(null);
    }

    /** Le confie au navigateur, le temps qu'il attend. */
    public void poser(HttpServletRequest requete, HttpServletResponse reponse, Jeton jeton) {
        ecrire(requete, reponse, jeton.valeur(), (int) PorteService.ATTENTE.toSeconds());
    }

    /** Le reprend : il a servi. */
    public void retirer(HttpServletRequest requete, HttpServletResponse reponse) {
        ecrire(requete, reponse, "", 0);
    }

    private void ecrire(HttpServletRequest requete, HttpServletResponse reponse, String valeur, int duree) {
        Cookie cookie = new Cookie(cookies.nom(requete.getContextPath(), NOM), valeur);
        cookie.setPath(cookies.chemin(requete.getContextPath()));
        cookie.setHttpOnly(true);
        cookie.setSecure(cookies.secure());
        // Lax : il doit revenir avec la personne que le CAS renvoie.
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(duree);
        reponse.addCookie(cookie);
    }
}
