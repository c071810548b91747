package fr.academie.teleservices.coordonnees;

/** L'adresse mail n'est pas changée ; le code dit pourquoi. */
public final class MailRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusMail code;
    private final int nombre;

    MailRefuse(RefusMail code) {
        this(code, 0);
    }

    MailRefuse(RefusMail code, int nombre) {
        super(code.name());
        this.code = code;
        this.nombre = nombre;
    }

    public RefusMail code() {
        return code;
    }

    /** Secondes à attendre (TROP_TOT), minutes à attendre (TROP_D_ENVOIS), essais qui restent (CODE_FAUX) ; sinon 0. */
    public int nombre() {
        return nombre;
    }
}
