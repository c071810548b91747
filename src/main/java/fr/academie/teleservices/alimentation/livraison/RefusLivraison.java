package fr.academie.teleservices.alimentation.livraison;

/**
 * Pourquoi une livraison n'est pas reçue, ou pas validée ; clé de message {@code alimentation.livraison.refus.<nom>}. Ce qu'un fichier a de
 * refusable se dit par {@link fr.academie.teleservices.alimentation.CodeRemarque}.
 */
public enum RefusLivraison {
    /** Une autre livraison de ce périmètre est en cours : c'est elle qu'il faut voir. */
    EN_COURS,
    /** Ces mêmes fichiers ont déjà été appliqués : rien n'a changé depuis. */
    DEJA_APPLIQUEE,
    /** Elle n'attend plus d'être validée : elle l'a été, ou quelqu'un y a renoncé. */
    PLUS_A_VALIDER,
    /** Plus de liens à retirer que la part admise : à confirmer une seconde fois. */
    BEAUCOUP_DE_RETRAITS
}
