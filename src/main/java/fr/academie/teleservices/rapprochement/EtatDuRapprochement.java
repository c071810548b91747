package fr.academie.teleservices.rapprochement;

/** Où en est un rapprochement. */
public enum EtatDuRapprochement {
    /** Demandé ; l'aperçu se calcule. */
    DEMANDE,
    /** L'aperçu est prêt ; rien n'est changé tant que personne ne le valide. */
    CALCULE,
    /** Validé ; il se fait, groupe par groupe. */
    VALIDE,
    /** Fait. */
    FINI,
    /** Laissé sans être validé. */
    ABANDONNE
}
