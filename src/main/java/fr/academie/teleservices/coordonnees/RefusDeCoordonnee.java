package fr.academie.teleservices.coordonnees;

/** Pourquoi une adresse mail, ou un portable, n'est pas accepté, ou pas encore ; clé {@code mail.refus.<nom>} ou {@code portable.refus.<nom>}. */
public enum RefusDeCoordonnee {
    /** On ne peut pas écrire à cette adresse, à ce numéro. */
    MAL_FORMEE,
    /** C'est déjà l'adresse confirmée du compte. */
    DEJA_CONFIRMEE,
    /** Un message vient de partir à cette adresse. */
    TROP_TOT,
    /** Trop de messages demandés. */
    TROP_D_ENVOIS,
    /** Trop de codes faux, d'un message à l'autre. */
    TROP_D_ESSAIS,
    /** Aucune adresse n'attend, ou son délai est passé. */
    RIEN_EN_ATTENTE,
    /** Ce n'est pas le code ; il reste des essais. */
    CODE_FAUX,
    /** Cinq codes faux, ou plus de trente minutes : il faut un nouveau code. */
    CODE_PERIME
}
