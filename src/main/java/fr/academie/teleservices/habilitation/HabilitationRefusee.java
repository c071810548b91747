package fr.academie.teleservices.habilitation;

/** Une habilitation qui ne change pas, et pourquoi. */
public final class HabilitationRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusHabilitation code;

    HabilitationRefusee(RefusHabilitation code) {
        super(code.name());
        this.code = code;
    }

    public RefusHabilitation code() {
        return code;
    }
}
