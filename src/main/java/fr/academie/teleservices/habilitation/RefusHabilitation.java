package fr.academie.teleservices.habilitation;

/** Pourquoi une habilitation ne change pas ; clé de message {@code habilitations.refus.<nom>}. */
public enum RefusHabilitation {
    /** Qui demande ne dirige pas (ou plus) cet établissement. */
    RESERVE_AU_CHEF,
    /** Le profil d'académie confie les habilitations à l'annuaire. */
    TENUES_PAR_L_ANNUAIRE,
    /** L'identifiant est mal formé. */
    IDENTIFIANT_REFUSE,
    /** Il manque le nom, le prénom ou une adresse mail complète. */
    PERSONNE_INCOMPLETE,
    /** L'agent est déjà habilité pour cet établissement, ou le sera à sa prochaine connexion. */
    DEJA_HABILITE,
    /** L'agent n'est pas (ou plus) habilité pour cet établissement. */
    PAS_HABILITE,
    /** L'établissement n'aurait plus de chef : un autre est à nommer d'abord ; celui qui ne s'est pas encore connecté ne compte pas. */
    DERNIER_CHEF,
    /** L'établissement n'est pas connu du service : un import, ou l'annuaire, l'y met d'abord. */
    ETABLISSEMENT_INCONNU,
    /** L'établissement a un chef : c'est à lui d'en nommer d'autres. */
    CHEF_EN_PLACE
}
