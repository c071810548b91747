package fr.academie.teleservices.manque;

/** Un refus attendu : rien n'a été modifié. */
public final class DemandeRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusDemande code;

    public DemandeRefusee(RefusDemande code) {
        super(code.name());
        this.code = code;
    }

    public RefusDemande code() {
        return code;
    }
}
