package fr.academie.teleservices.rapprochement;

/** Ce qu'une paire à regrouper est devenue ; clé de message {@code rapprochement.issue.<nom>}. */
public enum IssueDUnePaire {
    FAITE,
    /** Les comptes ont changé depuis l'aperçu : rien n'en a été fait, le prochain rapprochement les jugera. */
    CHANGEE,
    /** Une erreur l'a empêché ; rien n'en a été fait. */
    ECHEC
}
