package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.Attente;
import org.jspecify.annotations.Nullable;

/** Aucun compte n'est ouvert ; le code dit pourquoi. */
public final class SansCompteRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusSansCompte code;
    private final int restent;
    private final transient @Nullable Attente attente;

    SansCompteRefuse(RefusSansCompte code) {
        this(code, 0, null);
    }

    SansCompteRefuse(RefusSansCompte code, int restent) {
        this(code, restent, null);
    }

    static SansCompteRefuse attendre(Attente attente) {
        return new SansCompteRefuse(RefusSansCompte.TROP_DE_DEMANDES, 0, attente);
    }

    private SansCompteRefuse(RefusSansCompte code, int restent, @Nullable Attente attente) {
        super(code.name());
        this.code = code;
        this.restent = restent;
        this.attente = attente;
    }

    public RefusSansCompte code() {
        return code;
    }

    /** Essais qui restent (CODE_FAUX, REPONSES_FAUSSES) ; sinon 0. */
    public int restent() {
        return restent;
    }

    /** L'attente demandée (TROP_DE_DEMANDES) ; nulle sinon. */
    public @Nullable Attente attente() {
        return attente;
    }
}
