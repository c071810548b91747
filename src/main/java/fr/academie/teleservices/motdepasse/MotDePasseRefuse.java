package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.compte.RegleMotDePasse;
import java.util.List;

/** Le mot de passe choisi ne tient pas ces règles ; rien n'est modifié. */
public final class MotDePasseRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RegleMotDePasse> defauts;

    public MotDePasseRefuse(List<RegleMotDePasse> defauts) {
        super(defauts.toString());
        this.defauts = defauts;
    }

    public List<RegleMotDePasse> defauts() {
        return defauts;
    }
}
