package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LangueDuTitulaire;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.web.CookieDeLangue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * À l'entrée d'un responsable, sa langue le suit : celle que garde son compte, sur tout appareil ; à défaut, le compte garde celle qu'il vient
 * de choisir dans ce navigateur. Une langue devinée n'est pas un choix.
 */
@Singleton
public final class LangueALEntree {

    private final Langues langues;
    private final CookieDeLangue cookie;
    private final SessionService sessions;
    private final LangueDuTitulaire titulaire;

    @Inject
    public LangueALEntree(
            Langues langues, CookieDeLangue cookie, SessionService sessions, LangueDuTitulaire titulaire) {
        this.langues = langues;
        this.cookie = cookie;
        this.sessions = sessions;
        this.titulaire = titulaire;
    }

    void suivre(HttpServletRequest requete, HttpServletResponse reponse, SessionUtilisateur ouverte, Compte compte) {
        Optional<Langue> duCompte = langues.deCode(compte.langue());
        Optional<Langue> choisie = cookie.lire(requete);
        if (duCompte.isPresent()) {
            cookie.poser(requete, reponse, duCompte.get());
        } else if (choisie.isPresent()) {
            sessions.etat(ouverte, compte)
                    .ifPresent(etat -> titulaire.garder(
                            new Demandeur(
                                    compte.id(),
                                    compte.identifiant(),
                                    ouverte.sessionId(),
                                    requete.getRemoteAddr(),
                                    etat.niveau(),
                                    etat.portee()),
                            compte,
                            choisie.get()));
        }
    }
}
