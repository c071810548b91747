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
 * À l'entrée d'un responsable, sa langue le suit : celle qu'il vient de choisir au CAS ; sinon celle que garde son compte, sur tout appareil ; à
 * défaut, le compte garde celle que ce navigateur garde déjà. Une langue devinée n'est pas un choix.
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

    /** La langue choisie sur la page du CAS est celle de ce navigateur, dès cette page. */
    void duCas(HttpServletRequest requete, HttpServletResponse reponse, Entrees.Entree entree) {
        langues.deCode(entree.langue()).ifPresent(langue -> {
            cookie.poser(requete, reponse, langue);
            langues.parler(langue);
        });
    }

    void suivre(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            Entrees.Entree entree,
            SessionUtilisateur ouverte,
            Compte compte) {
        Optional<Langue> auCas = langues.deCode(entree.langue());
        Optional<Langue> duCompte = langues.deCode(compte.langue());
        if (auCas.isEmpty() && duCompte.isPresent()) {
            cookie.poser(requete, reponse, duCompte.get());
            return;
        }
        auCas.or(() -> cookie.lire(requete))
                .ifPresent(choisie -> sessions.etat(ouverte, compte)
                        .ifPresent(etat -> titulaire.garder(
                                new Demandeur(
                                        compte.id(),
                                        compte.identifiant(),
                                        ouverte.sessionId(),
                                        requete.getRemoteAddr(),
                                        etat.niveau(),
                                        etat.portee()),
                                compte,
                                choisie)));
    }
}
