package fr.academie.teleservices.evenement;

/** Ce qu'un service abonné apprend d'un compte. */
public enum TypeEvenement {
    COMPTE_CREE,
    COMPTE_ACTIVE,
    COMPTE_FERME,
    /** L'adresse mail ou le téléphone a changé. */
    COMPTE_MODIFIE,
    RATTACHEMENTS_MODIFIES
}
