package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.SessionOuverte;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les sessions ouvertes de la personne connectée, responsable ou agent, et de quoi fermer celles qu'elle ne reconnaît pas. */
@Named("sessions")
@RequestScoped
public class SessionsBean {

    private static final String PAGE = "/sessions?faces-redirect=true&fait=";

    private final SessionService sessions;
    private final UtilisateurCourant utilisateur;
    private @Nullable List<SessionOuverte> ouvertes;

    @Inject
    public SessionsBean(SessionService sessions, UtilisateurCourant utilisateur) {
        this.sessions = sessions;
        this.utilisateur = utilisateur;
    }

    /** La plus récente d'abord ; une session ouverte avec un courrier ne voit qu'elle-même. */
    public List<SessionOuverte> getOuvertes() {
        List<SessionOuverte> lues = ouvertes;
        if (lues == null) {
            lues = sessions.ouvertes(identifiant(), profil()).stream()
                    .filter(session -> voitLesAutres() || estCelleCi(session))
                    .toList();
            ouvertes = lues;
        }
        return lues;
    }

    public boolean estCelleCi(SessionOuverte session) {
        return session.id() == courante();
    }

    /** Vrai s'il y en a d'autres que celle-ci. */
    public boolean isPlusieurs() {
        return getOuvertes().size() > 1;
    }

    /** FERMER : une session, si elle est à la personne connectée. */
    public String fermer(long id) {
        if (voitLesAutres() && id != courante()) {
            sessions.finir(identifiant(), profil(), id);
        }
        return PAGE + "une";
    }

    /** FERMER TOUTES LES AUTRES. */
    public String fermerLesAutres() {
        if (voitLesAutres()) {
            sessions.finirLesAutres(identifiant(), profil(), courante());
        }
        return PAGE + "autres";
    }

    private boolean voitLesAutres() {
        return utilisateur.isAgent() || utilisateur.demandeur().niveau().suffit(Niveau.MOT_DE_PASSE);
    }

    private long courante() {
        return utilisateur.isAgent()
                ? utilisateur.agent().sessionId()
                : utilisateur.demandeur().sessionId();
    }

    private Identifiant identifiant() {
        return utilisateur.isAgent()
                ? utilisateur.agent().identifiant()
                : utilisateur.demandeur().identifiant();
    }

    private Profil profil() {
        return utilisateur.isAgent() ? utilisateur.agent().profil() : Profil.RESPONSABLE;
    }
}
