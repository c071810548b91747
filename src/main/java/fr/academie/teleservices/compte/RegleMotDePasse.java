package fr.academie.teleservices.compte;

/** Une règle qu'un nouveau mot de passe ne tient pas ; clé de message {@code motDePasse.regle.<nom>}. */
public enum RegleMotDePasse {
    /** Ni 12 caractères de 4 genres, ni 14 de 3, ni une phrase de 7 mots. */
    TROP_FAIBLE,
    TROP_LONG,
    CONTIENT_LE_NOM,
    CONTIENT_L_IDENTIFIANT,
    TROP_COURANT
}
