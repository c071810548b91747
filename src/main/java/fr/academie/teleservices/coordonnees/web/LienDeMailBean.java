package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.coordonnees.ChangementDeMail;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.coordonnees.MailService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Le lien reçu par courriel qui confirme une adresse : le jeton est la seule preuve, la page n'a pas de session.
 *
 * <p>Ouvrir le lien ne fait rien : une messagerie l'ouvre parfois d'elle-même. C'est le bouton qui agit.
 */
@Named("lienDeMail")
@RequestScoped
public class LienDeMailBean {

    private final MailService mails;
    private final HttpServletRequest requete;
    private @Nullable String jeton;
    private @Nullable ChangementDeMail confirmation;
    private boolean lu;

    @Inject
    public LienDeMailBean(MailService mails, HttpServletRequest requete) {
        this.mails = mails;
        this.requete = requete;
    }

    /** Ce que le lien confirmerait ; {@code null} s'il ne vaut plus rien. */
    public @Nullable ChangementDeMail getConfirmation() {
        if (!lu) {
            confirmation = jeton == null ? null : mails.aConfirmer(jeton).orElse(null);
            lu = true;
        }
        return confirmation;
    }

    /** CONFIRMER ; un lien devenu périmé remontre la page, qui le dit. */
    public @Nullable String confirmer() {
        try {
            mails.confirmerParLien(String.valueOf(jeton), requete.getRemoteAddr());
            return "/mail/confirme?faces-redirect=true";
        } catch (CoordonneeRefusee e) {
            lu = false;
            return null;
        }
    }

    public @Nullable String getJeton() {
        return jeton;
    }

    public void setJeton(String jeton) {
        this.jeton = jeton;
    }
}
