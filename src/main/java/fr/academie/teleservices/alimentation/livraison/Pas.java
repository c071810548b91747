package fr.academie.teleservices.alimentation.livraison;

/** Ce qu'a donné un lot d'une livraison. */
enum Pas {
    /** Il est fait ; il en reste. */
    LOT,
    /** De même, dans une tranche : d'autres fils peuvent mener les autres. */
    TRANCHE,
    /** D'autres tiennent tout ce qui reste à faire avant la suite. */
    OCCUPE,
    /** Il n'en reste pas, ou la livraison n'est pas à appliquer. */
    FINI
}
