package fr.academie.teleservices.etablissement;

/** L'ordre de la liste du bureau. */
public enum Tri {
    ELEVE,
    RESPONSABLE,
    CLASSE,
    ETAT
}
