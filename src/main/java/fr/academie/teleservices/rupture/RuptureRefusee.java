package fr.academie.teleservices.rupture;

/** Un refus attendu : rien n'a été modifié. */
public final class RuptureRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusRupture code;
    private final String eleve;

    public RuptureRefusee(RefusRupture code) {
        this(code, "");
    }

    /**
     * Un refus qui tient à un élève.
     *
     * @param eleve son prénom, que l'agent a le droit de lire
     */
    public RuptureRefusee(RefusRupture code, String eleve) {
        super(code.name());
        this.code = code;
        this.eleve = eleve;
    }

    public RefusRupture code() {
        return code;
    }

    /** Prénom de l'élève auquel tient le refus ; vide s'il n'en vise aucun. */
    public String eleve() {
        return eleve;
    }
}
