package fr.academie.teleservices.motdepasse;

/** Pourquoi le titulaire ne s'est pas prouvé ; clé de message {@code preuve.refus.<nom>}. */
public enum RefusPreuve {
    /** Aucune adresse n'était confirmée avant le courrier. */
    SANS_ADRESSE,
    /** Un code vient de partir. */
    TROP_TOT,
    /** Trop d'essais, ou de codes demandés. */
    TROP_D_ESSAIS,
    /** Ce n'est pas le code ; il reste des essais. */
    CODE_FAUX,
    /** Cinq codes faux, ou plus de quinze minutes, ou aucun code envoyé dans cette session : il en faut un autre. */
    CODE_PERIME,
    /** Ce n'est pas le mot de passe d'un courrier qui prouve, quelle qu'en soit la cause. */
    COURRIER_REFUSE,
    /** Trop de vérifications de mots de passe attendent. */
    SERVICE_SATURE
}
