package fr.academie.teleservices.contestation;

/** Pourquoi une réponse à une contestation ne s'enregistre pas ; clé de message {@code contestation.refus.<nom>}. */
public enum RefusReponse {
    /** Le motif, que le responsable lira, est vide. */
    MOTIF_ABSENT,
    /** Le motif dépasse 500 caractères. */
    MOTIF_TROP_LONG,
    /** L'élève n'aurait plus aucun représentant légal : en nommer un autre, ou confirmer qu'il n'en a plus. */
    DERNIER_REPRESENTANT,
    /** La personne désignée n'est pas, ou n'est plus, rattachée activement à cet élève. */
    REMPLACANT_INCONNU,
    /** Une autre personne vient de répondre, ou la contestation n'attend plus de réponse. */
    DEJA_REPONDU,
    /** La base n'a pas répondu à la validation, même à la relecture : la même réponse se renvoie sans risque. */
    ISSUE_INCONNUE
}
