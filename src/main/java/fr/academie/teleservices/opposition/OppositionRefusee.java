package fr.academie.teleservices.opposition;

/** L'opposition ne se fait pas ; rien n'a changé. */
public final class OppositionRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusOpposition code;

    public OppositionRefusee(RefusOpposition code) {
        super(code.name());
        this.code = code;
    }

    public RefusOpposition code() {
        return code;
    }
}
