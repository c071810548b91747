package fr.academie.teleservices.journal;

/** Par quoi l'auteur d'un acte avait prouvé qui il est, quand ce n'était pas son mot de passe ; clé de message {@code historique.par.<nom>}. */
public enum Moyen {
    /** Le mot de passe provisoire d'un courrier. */
    COURRIER,
    /** Un lien reçu par courriel. */
    LIEN
}
