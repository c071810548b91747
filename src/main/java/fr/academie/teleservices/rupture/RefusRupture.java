package fr.academie.teleservices.rupture;

/** Pourquoi une rupture ne se fait pas ; clé de message {@code rupture.refus.<nom>}. Source : DOMAIN §4. */
public enum RefusRupture {
    /** Aucun élève n'est choisi. */
    AUCUN_ELEVE,
    /** Un élève choisi n'est pas rattaché à ce compte pour un établissement de l'agent, ou ne l'est plus : départ, changement d'école. */
    ELEVE_HORS_ETABLISSEMENT,
    /** Le lien d'un élève choisi n'est pas ACTIF : une déclaration attend une réponse, ou il est déjà retiré. */
    ELEVE_NON_ACTIF,
    /** Un élève choisi n'aurait plus aucun représentant légal. */
    SANS_REPRESENTANT_LEGAL,
    /** Les élèves choisis viennent de comptes de personnes différentes : un compte nouveau n'en porte qu'une. */
    PLUSIEURS_PERSONNES,
    /** Le compte vient d'être fermé. */
    COMPTE_FERME,
    /** Un autre agent vient de casser le même regroupement. */
    DEJA_ROMPU,
    /** Le titulaire du compte s'est opposé à ce que cette demande avait fait, ou à une rupture faite depuis qu'elle se prépare. */
    ANNULEE,
    /** Ce qui se ferait n'est plus ce qui a été montré : la confirmation se montre à nouveau. */
    FAITS_CHANGES,
    /** La demande a plus de 30 minutes, vient d'une autre session, ou n'existe pas. */
    DEMANDE_PERIMEE,
    /** La base n'a pas répondu à la validation, même à la relecture : la même demande se confirme sans risque. */
    ISSUE_INCONNUE
}
