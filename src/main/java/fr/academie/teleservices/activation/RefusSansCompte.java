package fr.academie.teleservices.activation;

/** Pourquoi qui n'a pas de compte n'en ouvre pas un ; clé de message {@code sansCompte.refus.<nom>}. */
public enum RefusSansCompte {
    /** Ce n'est pas un numéro de portable. */
    NUMERO_ILLISIBLE,
    /** Trop de demandes, de cette personne ou de toutes. */
    TROP_DE_DEMANDES,
    /** La demande a expiré, ou cette session n'en a pas fait : tout est à recommencer. */
    DEMANDE_PERIMEE,
    /** Ce n'est pas le code ; il reste des essais. Le même refus si aucun SMS n'est parti. */
    CODE_FAUX,
    /** Cinq codes faux. */
    CODE_PERIME,
    /** Ce ne sont pas des dates. */
    DATES_ILLISIBLES,
    /** Le prénom, ou l'une des dates, n'est pas celui que l'établissement connaît ; il reste des essais. */
    REPONSES_FAUSSES,
    /** Trois réponses fausses. */
    REPONSES_EPUISEES,
    /** Les comptes ont changé entre-temps : rien n'est activé. */
    COMPTES_CHANGES,
    /** Trop de calculs attendent. */
    SERVICE_SATURE
}
