package fr.academie.teleservices.porte;

/**
 * Ce qui est présenté n'ouvre aucun courrier. Un seul refus pour toutes les causes : faux, déjà servi, expiré, refait depuis, compte fermé,
 * mot de passe choisi et non d'un courrier.
 */
public final class CourrierNonReconnu extends Exception {

    private static final long serialVersionUID = 1L;

    /** Un code n'est pas un essai qu'on puisse recommencer autrement. */
    private static final int SANS_COMPTE = -1;

    private final int restants;

    CourrierNonReconnu() {
        this(SANS_COMPTE);
    }

    CourrierNonReconnu(int restants) {
        super("Courrier non reconnu.");
        this.restants = restants;
    }

    /** Essais qui restent à qui tape un mot de passe ; négatif s'ils ne se comptent pas. */
    public int restants() {
        return restants;
    }
}
