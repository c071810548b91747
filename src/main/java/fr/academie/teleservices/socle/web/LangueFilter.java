package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * La langue de chaque page : celle que ce navigateur garde ({@link CookieDeLangue}) ; sinon celle qu'il préfère, et la page dit alors comment
 * revenir à la première ; sinon la première du profil d'académie.
 */
@Singleton
public final class LangueFilter extends HttpFilter {

    /** Attribut de requête, présent si la langue de la page a été devinée. */
    public static final String DEVINEE = "langueDevinee";

    private static final long serialVersionUID = 1L;

    private final transient Langues langues;
    private final transient CookieDeLangue cookie;

    @Inject
    public LangueFilter(Langues langues, CookieDeLangue cookie) {
        this.langues = langues;
        this.cookie = cookie;
    }

    @Override
    protected void doFilter(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws IOException, ServletException {
        langues.parler(langue(requete));
        try {
            suite.doFilter(requete, reponse);
        } finally {
            langues.finir();
        }
    }

    private Langue langue(HttpServletRequest requete) {
        if (Chemins.estStatique(Chemins.chemin(requete))) {
            return langues.premiere();
        }
        Optional<Langue> gardee = cookie.lire(requete);
        if (gardee.isPresent()) {
            return gardee.get();
        }
        Langue devinee = langues.preferee(requete.getHeader("Accept-Language")).orElse(langues.premiere());
        if (!devinee.equals(langues.premiere())) {
            requete.setAttribute(DEVINEE, devinee);
        }
        return devinee;
    }
}
