package fr.academie.teleservices.courrier;

/** Pourquoi un courrier ne se fait pas ; clé de message {@code courrier.refus.<nom>}. */
public enum RefusCourrier {
    /** Aucun compte ouvert de ce numéro n'a d'élève actif dans l'établissement ; ou l'agent n'y agit pas. */
    INTROUVABLE,
    /** Le courrier a déjà été fait, et l'agent n'a pas demandé de le refaire. */
    DEJA_IMPRIME,
    /** Le compte a été activé, et l'agent n'a pas demandé d'en changer le mot de passe. */
    COMPTE_ACTIF,
    /** Le compte a changé pendant l'opération. */
    COMPTE_CHANGE
}
