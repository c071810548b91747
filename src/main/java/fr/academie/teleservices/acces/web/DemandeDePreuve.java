package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.socle.web.Chemins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Mène à la preuve qui manque : la page où un titulaire se prouve, ou le CAS, qui redemande le mot de passe et renvoie à la même page. Un
 * formulaire interrompu est retenu : il se renverra d'un bouton.
 */
@Singleton
final class DemandeDePreuve {

    /** La page où se prouve le titulaire d'un compte qu'un courrier a ouvert. */
    static final String PAGE = "/compte/preuve";

    private static final String REPRISE = "/reprendre";

    private final UtilisateurCourant utilisateur;
    private final Entrees entrees;

    @Inject
    DemandeDePreuve(UtilisateurCourant utilisateur, Entrees entrees) {
        this.utilisateur = utilisateur;
        this.entrees = entrees;
    }

    void demander(HttpServletRequest requete, HttpServletResponse reponse, Acte acte) throws IOException {
        boolean aSeProuver =
                utilisateur.isResponsable() && !utilisateur.demandeur().niveau().suffit(Niveau.MOT_DE_PASSE);
        if (aSeProuver) {
            Redirections.envoyer(requete, reponse, requete.getContextPath() + PAGE + "?acte=" + acte.name());
            return;
        }
        boolean retenu = "POST".equals(requete.getMethod()) && EnvoisRetenus.retenir(requete, Chemins.chemin(requete));
        Redirections.envoyer(
                requete, reponse, entrees.prouver(requete, reponse, retenu ? REPRISE : page(requete), null));
    }

    /** Ce que cette exception a de nous ; nul si elle vient d'ailleurs. */
    static @Nullable PreuveInsuffisante cause(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof PreuveInsuffisante)) {
            cause = cause.getCause();
        }
        return (PreuveInsuffisante) cause;
    }

    private static String page(HttpServletRequest requete) {
        String question = requete.getQueryString();
        return Chemins.chemin(requete) + (question == null ? "" : "?" + question);
    }
}
