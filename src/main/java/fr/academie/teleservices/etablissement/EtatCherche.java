package fr.academie.teleservices.etablissement;

/** L'état de compte que la recherche retient ; clé de message {@code compte.etat.<nom>}. */
public enum EtatCherche {
    CREE,
    ACTIF,
    /** Comptes fermés qui portaient un élève de l'agent. */
    FERME,
    /** Élèves à qui aucun compte n'est rattaché. */
    SANS_COMPTE
}
