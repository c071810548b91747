package fr.academie.teleservices.regroupement;

import org.jspecify.annotations.Nullable;

/** Un refus attendu : rien n'a été modifié. */
public final class RegroupementRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusRegroupement code;
    private final int attenteMinutes;
    private final @Nullable String identifiantSaisi;

    public RegroupementRefuse(RefusRegroupement code) {
        this(code, 0, null);
    }

    private RegroupementRefuse(RefusRegroupement code, int attenteMinutes, @Nullable String identifiantSaisi) {
        super(code.name());
        this.code = code;
        this.attenteMinutes = attenteMinutes;
        this.identifiantSaisi = identifiantSaisi;
    }

    static RegroupementRefuse tropDEssais(int minutes) {
        return new RegroupementRefuse(RefusRegroupement.TROP_D_ESSAIS, minutes, null);
    }

    /** La demande est périmée ; l'identifiant déjà saisi évite de le retaper. */
    static RegroupementRefuse perimee(String identifiantSaisi) {
        return new RegroupementRefuse(RefusRegroupement.DEMANDE_PERIMEE, 0, identifiantSaisi);
    }

    public RefusRegroupement code() {
        return code;
    }

    /** Minutes à attendre ; 0 si le refus n'est pas une attente. */
    public int attenteMinutes() {
        return attenteMinutes;
    }

    /** L'identifiant saisi à l'étape 1 par ce même responsable ; nul s'il n'est pas connu. */
    public @Nullable String identifiantSaisi() {
        return identifiantSaisi;
    }
}
