package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Attente;
import org.jspecify.annotations.Nullable;

/** Le titulaire ne s'est pas prouvé ; le code dit pourquoi. */
public final class PreuveRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusPreuve code;
    private final int nombre;
    private final transient @Nullable Attente attente;

    PreuveRefusee(RefusPreuve code) {
        this(code, 0);
    }

    PreuveRefusee(RefusPreuve code, int nombre) {
        this(code, nombre, null);
    }

    private PreuveRefusee(RefusPreuve code, int nombre, @Nullable Attente attente) {
        super(code.name());
        this.code = code;
        this.nombre = nombre;
        this.attente = attente;
    }

    static PreuveRefusee attendre(Attente attente) {
        return new PreuveRefusee(RefusPreuve.TROP_D_ESSAIS, 0, attente);
    }

    public RefusPreuve code() {
        return code;
    }

    /** Secondes à attendre (TROP_TOT), essais qui restent (CODE_FAUX) ; sinon 0. */
    public int nombre() {
        return nombre;
    }

    /** L'attente demandée (TROP_D_ESSAIS) ; nulle si le refus n'en est pas une. */
    public @Nullable Attente attente() {
        return attente;
    }
}
