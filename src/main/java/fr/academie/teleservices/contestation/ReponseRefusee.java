package fr.academie.teleservices.contestation;

/** Un refus attendu : rien n'a été modifié. */
public final class ReponseRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusReponse code;

    public ReponseRefusee(RefusReponse code) {
        super(code.name());
        this.code = code;
    }

    public RefusReponse code() {
        return code;
    }
}
