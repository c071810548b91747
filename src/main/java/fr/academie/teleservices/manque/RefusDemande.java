package fr.academie.teleservices.manque;

/** Pourquoi une demande de courrier, ou la réponse à l'une d'elles, ne s'enregistre pas ; clé de message {@code demande.refus.<nom>}. */
public enum RefusDemande {
    /** Aucun établissement n'a ce numéro, ou il a fermé. */
    ETABLISSEMENT_INCONNU,
    /** Ce n'est pas une date de naissance d'élève. */
    NAISSANCE_IMPOSSIBLE,
    /** Le compte en a déjà fait cinq en un jour. */
    TROP_DE_DEMANDES,
    /** Sans suite, la raison, que le responsable lira, est vide. */
    MOTIF_ABSENT,
    /** La raison dépasse 500 caractères. */
    MOTIF_TROP_LONG,
    /** Une autre personne vient d'y répondre, ou le responsable y a renoncé. */
    DEJA_CLOSE
}
