package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.porte.CourrierPresente;
import fr.academie.teleservices.porte.PorteService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** De quel courrier parle la question : celui qui attend dans ce navigateur, ou celui par lequel la personne connectée est entrée. */
@Singleton
public class CourrierEnMain {

    /** Ce que porte l'adresse de la question de qui vient d'entrer au CAS par un courrier. */
    static final String DE_LA_SESSION = "session";

    private final PorteService portes;
    private final CookieDuCourrier cookies;
    private final UtilisateurCourant utilisateur;

    @Inject
    public CourrierEnMain(PorteService portes, CookieDuCourrier cookies, UtilisateurCourant utilisateur) {
        this.portes = portes;
        this.cookies = cookies;
        this.utilisateur = utilisateur;
    }

    /**
     * Un courrier, et d'où l'on sait qu'on l'a.
     *
     * @param parLaSession vrai si la personne connectée est entrée par lui
     */
    public record EnMain(CourrierPresente courrier, boolean parLaSession) {}

    /**
     * Le courrier de la question ; vide s'il n'y en a pas.
     *
     * @param de {@value #DE_LA_SESSION} pour celui de la personne connectée d'abord ; sinon celui qui attend d'abord
     */
    public Optional<EnMain> lire(HttpServletRequest requete, String de) {
        return DE_LA_SESSION.equals(de)
                ? deLaSession().or(() -> quiAttend(requete))
                : quiAttend(requete).or(this::deLaSession);
    }

    private Optional<EnMain> quiAttend(HttpServletRequest requete) {
        return portes.presente(cookies.lire(requete)).map(courrier -> new EnMain(courrier, false));
    }

    private Optional<EnMain> deLaSession() {
        return utilisateur.isResponsable()
                ? portes.deLaSession(utilisateur.demandeur()).map(courrier -> new EnMain(courrier, true))
                : Optional.empty();
    }
}
