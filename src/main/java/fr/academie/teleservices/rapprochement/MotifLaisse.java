package fr.academie.teleservices.rapprochement;

/**
 * Pourquoi deux personnes que les données disent la même ne sont pas rapprochées ; clé de message {@code rapprochement.motif.<nom>}. Du plus
 * grave au plus ordinaire : une paire qui en aurait plusieurs dit le premier. Source : DOMAIN §4.
 */
public enum MotifLaisse {
    /** Un établissement a séparé ces deux comptes, ou l'un de ceux qu'ils ont absorbés depuis. */
    PAIRE_ROMPUE,
    /** Le titulaire de l'un a répondu que l'autre n'est pas à lui, ou s'est opposé à leur regroupement. */
    PAIRE_ECARTEE,
    /** Un lien de l'un des deux est contesté, ou un établissement a donné raison à qui l'avait contesté. */
    LIEN_CONTESTE,
    /** Tous deux ont le même élève, et rien ne dit que ce soit la même personne : civilités différentes, ou inconnues. */
    MEME_ELEVE,
    /** Deux comptes activés, que rien d'autre n'oppose : à leur titulaire de les regrouper, il en reçoit la suggestion. */
    DEUX_COMPTES_ACTIVES,
    /** Trop de personnes ont cette adresse : un secrétariat, un foyer. */
    MAIL_PARTAGE,
    /** L'une des personnes n'a pas de compte, ou ni l'une ni l'autre. */
    PERSONNE_SANS_COMPTE,
    /** Tout ce qui est dit concorde, mais l'adresse ou le portable de l'un manque. */
    DONNEE_ABSENTE
}
