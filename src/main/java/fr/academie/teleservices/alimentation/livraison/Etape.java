package fr.academie.teleservices.alimentation.livraison;

/**
 * L'ordre où une livraison s'applique : un élève cite un établissement, un lien cite des élèves et des personnes, un compte s'annonce quand
 * tout ce qui le touche est fait.
 */
enum Etape {
    /** L'annuaire seul nomme des établissements. */
    ETABLISSEMENTS(0),
    ELEVES(1),
    PERSONNES(2),
    LIENS(3),
    COMPTES(4);

    /** Ajouté au code d'une étape qui se mène en tranches ({@link Tranches}). */
    private static final int EN_TRANCHES = 16;

    private final int code;

    Etape(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    int codeEnTranches() {
        return code + EN_TRANCHES;
    }

    static boolean enTranches(int code) {
        return code >= EN_TRANCHES;
    }

    static Etape de(int code) {
        return values()[enTranches(code) ? code - EN_TRANCHES : code];
    }
}
