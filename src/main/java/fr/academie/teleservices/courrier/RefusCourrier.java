package fr.academie.teleservices.courrier;

/** Pourquoi un courrier ne se fait pas ; clé de message {@code courrier.refus.<nom>}. */
public enum RefusCourrier {
    /** Aucun compte ouvert de ce numéro n'a d'élève actif dans l'établissement ; ou l'agent n'y agit pas. */
    INTROUVABLE,
    /** Le courrier a déjà été fait, et l'agent n'a pas demandé de le refaire. */
    DEJA_IMPRIME,
    /** Le compte a été activé, et l'agent n'a pas demandé d'en changer le mot de passe. */
    COMPTE_ACTIF,
    /** Le compte a changé depuis que l'agent l'a lu, ou pendant l'opération : un premier envoi a pu faire le courrier. */
    COMPTE_CHANGE,
    /** Le compte est actif et son adresse confirmée : le papier veut une raison. */
    RAISON_MANQUE,
    /** Aucun lien ne peut partir : le compte n'est pas actif, ou n'a pas d'adresse confirmée depuis assez longtemps. */
    SANS_ADRESSE,
    /** Un lien qui sert encore est dans la boîte du titulaire, ou elle en a trop reçu ce jour. */
    LIEN_DEJA_PARTI,
    /** Trop d'empreintes à calculer en même temps : rien n'a changé. */
    SERVEUR_OCCUPE,
    /** Le mot de passe est remplacé, mais la lettre n'a pas pu être mise en page : elle est à refaire. */
    LETTRE_PERDUE
}
