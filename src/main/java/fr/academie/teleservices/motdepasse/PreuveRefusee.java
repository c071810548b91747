package fr.academie.teleservices.motdepasse;

/** Le titulaire ne s'est pas prouvé ; le code dit pourquoi. */
public final class PreuveRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusPreuve code;
    private final int nombre;

    PreuveRefusee(RefusPreuve code) {
        this(code, 0);
    }

    PreuveRefusee(RefusPreuve code, int nombre) {
        super(code.name());
        this.code = code;
        this.nombre = nombre;
    }

    public RefusPreuve code() {
        return code;
    }

    /** Secondes à attendre (TROP_TOT), minutes à attendre (TROP_D_ESSAIS), essais qui restent (CODE_FAUX) ; sinon 0. */
    public int nombre() {
        return nombre;
    }
}
