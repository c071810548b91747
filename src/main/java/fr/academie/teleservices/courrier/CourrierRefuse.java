package fr.academie.teleservices.courrier;

/** Le courrier n'est pas fait : rien n'a changé. */
public final class CourrierRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusCourrier code;

    CourrierRefuse(RefusCourrier code) {
        super(code.name());
        this.code = code;
    }

    public RefusCourrier code() {
        return code;
    }
}
