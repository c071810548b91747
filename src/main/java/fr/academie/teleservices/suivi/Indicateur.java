package fr.academie.teleservices.suivi;

/** Ce que le suivi d'un établissement compte ; clés de message {@code suivi.indicateur.<nom>} et {@code suivi.explication.<nom>}. */
public enum Indicateur {
    /** Comptes créés, à leur date de création, ceux qui ont été regroupés depuis compris. */
    COMPTES,
    /** Courriers de notification imprimés par l'établissement. */
    COURRIERS,
    /** Comptes activés, à leur date d'activation. */
    ACTIVES,
    /** Comptes absorbés par un autre, à la date du regroupement. */
    REGROUPES,
    /** Comptes jamais activés dont le mot de passe provisoire est périmé, à la date où il l'est devenu. */
    EXPIRES,
    /** Déclarations « Je ne suis pas le représentant légal » sans réponse, à leur date. */
    CONTESTATIONS
}
