package fr.academie.teleservices.deploiement;

/** Ce qu'une famille vient faire. Où deux se croisent, leurs derniers gestes partent ensemble. */
enum Scene {
    /** Un parent regroupe ses trois autres comptes, l'un après l'autre ; parfois il se trompe, parfois il presse deux fois. */
    SEUL,
    /** Deux comptes prouvent le même troisième. */
    DEUX_PRINCIPAUX,
    /** Deux comptes se ferment l'un l'autre. */
    L_UN_L_AUTRE,
    /** Un compte en absorbe un autre pendant qu'un troisième l'absorbe. */
    EN_CHAINE,
    /** Le même parent, dans deux navigateurs, regroupe deux comptes qui ont un enfant en commun. */
    DEUX_NAVIGATEURS,
    /** VALIDER part deux fois au même instant. */
    DOUBLE_VALIDER,
    /** Le bureau casse un regroupement pendant qu'un autre compte absorbe celui qui l'a fait. */
    BUREAU
}
