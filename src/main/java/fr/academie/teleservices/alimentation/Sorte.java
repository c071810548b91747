package fr.academie.teleservices.alimentation;

/** Ce qu'une ligne d'un fichier dit. */
public enum Sorte {
    ETABLISSEMENT,
    ELEVE,
    PERSONNE,
    LIEN,
    CLASSE
}
