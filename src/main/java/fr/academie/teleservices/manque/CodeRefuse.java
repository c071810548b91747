package fr.academie.teleservices.manque;

import fr.academie.teleservices.acces.Attente;
import org.jspecify.annotations.Nullable;

/** Un refus attendu : rien n'a été prouvé. */
public final class CodeRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusCode code;
    private final int restants;
    private final transient @Nullable Attente attente;

    CodeRefuse(RefusCode code) {
        this(code, 0, null);
    }

    private CodeRefuse(RefusCode code, int restants, @Nullable Attente attente) {
        super(code.name());
        this.code = code;
        this.restants = restants;
        this.attente = attente;
    }

    static CodeRefuse faux(int restants) {
        return new CodeRefuse(RefusCode.CODE_FAUX, restants, null);
    }

    static CodeRefuse attendre(Attente attente) {
        return new CodeRefuse(RefusCode.TROP_D_ESSAIS, 0, attente);
    }

    public RefusCode code() {
        return code;
    }

    /** Les essais qui restent (CODE_FAUX) ; sinon 0. */
    public int restants() {
        return restants;
    }

    /** L'attente demandée (TROP_D_ESSAIS) ; nulle sinon. */
    public @Nullable Attente attente() {
        return attente;
    }
}
