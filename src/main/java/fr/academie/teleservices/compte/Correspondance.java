package fr.academie.teleservices.compte;

/** Quels noms de deux identités ont concordé ; le journal le dit. Source : DOMAIN §5. */
public enum Correspondance {
    NOM_DE_FAMILLE,
    NOM_D_USAGE,
    NOM_DE_FAMILLE_ET_NOM_D_USAGE,
    /** Le profil d'académie n'exige pas l'identité des noms, et ils diffèrent. */
    NON_EXIGEE
}
