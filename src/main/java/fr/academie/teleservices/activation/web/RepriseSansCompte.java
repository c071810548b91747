package fr.academie.teleservices.activation.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.List;

/**
 * Où en est, dans ce navigateur, qui n'a pas de compte : le jeton de sa demande, puis les identifiants qu'elle a activés. Un redémarrage du
 * serveur les oublie, et tout se recommence : rien n'en reste dans un fichier de sessions.
 */
@SessionScoped
public class RepriseSansCompte implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient String jeton = "";
    private transient List<String> identifiants = List.of();

    /** Une nouvelle demande. */
    public synchronized void commencer(String nouveau) {
        jeton = nouveau;
        identifiants = List.of();
    }

    /** Vide si aucune demande n'est en cours. */
    public synchronized String jeton() {
        return jeton == null ? "" : jeton;
    }

    /** La demande a activé ces comptes. */
    public synchronized void finir(List<String> actives) {
        jeton = "";
        identifiants = List.copyOf(actives);
    }

    /** Ceux que la demande a activés ; vide si elle n'en a activé aucun. */
    public synchronized List<String> identifiants() {
        return identifiants == null ? List.of() : identifiants;
    }
}
