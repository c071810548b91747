package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Balises;
import fr.academie.teleservices.socle.web.PageDeRefus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * La page que lit qui demande trop, faite une fois par langue : un flot doit coûter moins à refuser qu'à servir, et une page de Faces ne
 * coûte pas moins qu'une autre. Seule l'heure où réessayer y change. Pour qui n'a pas de session : la page ne connaît personne.
 */
@Singleton
public class PageDAffluence {

    /** Attribut de requête : l'attente, en une phrase. */
    static final String ATTENTE = "attente";

    private static final int TROP_DE_DEMANDES = 429;
    private static final String PAGE = "affluence";
    /** Un signe d'usage privé (Unicode), qu'aucun message ne porte et que l'échappement laisse tel quel. */
    private static final String TROU = "\uF8FF";

    private final Textes textes;
    private final Balises balises;
    private final Map<Langue, Moule> moules = new ConcurrentHashMap<>();

    @Inject
    public PageDAffluence(Textes textes, Balises balises) {
        this.textes = textes;
        this.balises = balises;
    }

    /** La page, en deux morceaux autour de l'attente. */
    private record Moule(String avant, String apres) {}

    /** Répond 429 avec cette page. */
    void montrer(HttpServletRequest requete, HttpServletResponse reponse, String attente)
            throws ServletException, IOException {
        if (requete.getSession(false) != null) {
            requete.setAttribute(ATTENTE, attente);
            PageDeRefus.montrer(requete, reponse, TROP_DE_DEMANDES, PAGE);
            return;
        }
        Moule moule = moules.get(textes.getLangue());
        if (moule == null) {
            moule = faire(requete, reponse);
            moules.put(textes.getLangue(), moule);
        }
        byte[] page = (moule.avant() + balises.html(attente) + moule.apres()).getBytes(StandardCharsets.UTF_8);
        reponse.setStatus(TROP_DE_DEMANDES);
        reponse.setContentType("text/html;charset=UTF-8");
        reponse.setContentLength(page.length);
        reponse.getOutputStream().write(page);
    }

    private static Moule faire(HttpServletRequest requete, HttpServletResponse reponse)
            throws ServletException, IOException {
        requete.setAttribute(ATTENTE, TROU);
        String page = PageDeRefus.lire(requete, reponse, PAGE);
        int trou = page.indexOf(TROU);
        if (trou < 0) {
            throw new IllegalStateException("La page d'affluence ne dit pas quand réessayer.");
        }
        return new Moule(page.substring(0, trou), page.substring(trou + TROU.length()));
    }
}
