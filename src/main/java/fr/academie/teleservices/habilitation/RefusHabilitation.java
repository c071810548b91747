package fr.academie.teleservices.habilitation;

/** Pourquoi une habilitation ne change pas ; clé de message {@code habilitations.refus.<nom>}. */
public enum RefusHabilitation {
    /** Qui demande ne dirige pas (ou plus) cet établissement. */
    RESERVE_AU_CHEF,
    /** Le profil d'académie confie les habilitations à l'annuaire. */
    TENUES_PAR_L_ANNUAIRE,
    /** L'identifiant est mal formé, ou c'est celui d'un responsable, d'un élève ou de l'assistance. */
    IDENTIFIANT_REFUSE,
    /** L'agent n'est pas encore connu : son nom, son prénom et son adresse mail sont nécessaires. */
    PERSONNE_INCOMPLETE,
    /** L'agent est déjà habilité pour cet établissement. */
    DEJA_HABILITE,
    /** L'agent n'est pas (ou plus) habilité pour cet établissement. */
    PAS_HABILITE,
    /** L'établissement n'aurait plus de chef : un autre est à nommer d'abord. */
    DERNIER_CHEF
}
