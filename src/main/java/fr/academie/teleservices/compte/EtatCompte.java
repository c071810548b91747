package fr.academie.teleservices.compte;

/** L'état d'un compte responsable et ses passages permis : CREE → ACTIF → FERME, ou CREE → FERME. Source : DOMAIN §2. */
public enum EtatCompte {
    /** Fait par un établissement, mot de passe provisoire, jamais servi. */
    CREE,
    /** Activé par son titulaire. */
    ACTIF,
    /** Fermé : la ligne reste pour toujours, sans mot de passe. */
    FERME;

    public boolean peutPasserA(EtatCompte suivant) {
        return switch (this) {
            case CREE -> suivant == ACTIF || suivant == FERME;
            case ACTIF -> suivant == FERME;
            case FERME -> false;
        };
    }

    public boolean estOuvert() {
        return this != FERME;
    }
}
