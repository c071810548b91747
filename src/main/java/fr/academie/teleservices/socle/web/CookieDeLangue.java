package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** La langue choisie dans ce navigateur : un code, rien de la personne. Un an, pour qui ne vient qu'à chaque rentrée. */
@Singleton
public final class CookieDeLangue {

    private static final String NOM = "langue";
    private static final Duration VIE = Duration.ofDays(365);

    private final Langues langues;
    private final Cookies cookies;

    @Inject
    public CookieDeLangue(Langues langues, Cookies cookies) {
        this.langues = langues;
        this.cookies = cookies;
    }

    /** La langue gardée, si le service la parle encore. */
    public Optional<Langue> lire(HttpServletRequest requete) {
        Cookie[] tous = requete.getCookies();
        String nom = cookies.nom(requete.getContextPath(), NOM);
        return (tous == null ? Stream.<Cookie>empty() : Arrays.stream(tous))
                .filter(cookie -> cookie.getName().equals(nom))
                .findFirst()
                .flatMap(cookie -> langues.deCode(cookie.getValue()));
    }

    /** Garde cette langue pour les pages suivantes. */
    public void poser(HttpServletRequest requete, HttpServletResponse reponse, Langue langue) {
        Cookie cookie = new Cookie(cookies.nom(requete.getContextPath(), NOM), langue.code());
        cookie.setPath(cookies.chemin(requete.getContextPath()));
        cookie.setHttpOnly(true);
        cookie.setSecure(cookies.secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) VIE.toSeconds());
        reponse.addCookie(cookie);
    }
}
