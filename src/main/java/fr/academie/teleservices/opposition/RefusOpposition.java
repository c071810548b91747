package fr.academie.teleservices.opposition;

/** Pourquoi une opposition ne se fait pas ; clé de message {@code opposition.refus.<nom>}. Rien n'a changé. */
public enum RefusOpposition {
    /** Le lien est faux, a déjà servi, ou a plus de 72 heures. */
    LIEN_PERIME,
    /** Le compte a été fermé depuis. */
    COMPTE_FERME,
    /** Le compte qui a reçu les élèves a lui-même été regroupé depuis : il faut d'abord défaire ce regroupement-là. */
    REGROUPE_DEPUIS,
    /** L'établissement a cassé ce regroupement depuis, en tout ou partie. */
    ROMPU_DEPUIS,
    /** Le compte nouveau d'une rupture a servi : quelqu'un s'y est connecté ou l'a activé. */
    DEJA_SERVI,
    /** Un lien n'est plus celui que l'acte avait laissé : l'établissement ou un import l'a changé depuis. */
    LIENS_CHANGES,
    /** La base n'a pas répondu à la validation : le même lien se rouvre sans risque. */
    ISSUE_INCONNUE
}
