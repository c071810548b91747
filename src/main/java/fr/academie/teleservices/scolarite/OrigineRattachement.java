package fr.academie.teleservices.scolarite;

/** D'où vient un rattachement. */
public enum OrigineRattachement {
    /** Des constats : il change, se retire et se rouvre avec ce que les sources disent. */
    IMPORT,
    /** Une personne, ou le passé d'avant les imports : aucun import n'y touche. */
    SAISIE
}
