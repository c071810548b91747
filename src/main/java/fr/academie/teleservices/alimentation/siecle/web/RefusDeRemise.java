package fr.academie.teleservices.alimentation.siecle.web;

/** Pourquoi un envoi de fichiers n'arrive pas jusqu'à leur lecture ; clé de message {@code siecle.refus.<nom>}. */
enum RefusDeRemise {
    ELEVES_ABSENTS,
    RESPONSABLES_ABSENTS,
    TROP_GROS,
    /** Coupé en route, ou d'une forme qu'aucun navigateur n'envoie. */
    ILLISIBLE
}
