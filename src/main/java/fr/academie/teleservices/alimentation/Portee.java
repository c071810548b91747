package fr.academie.teleservices.alimentation;

/** Jusqu'où va une remarque ; clé de message {@code alimentation.portee.<nom>}. */
public enum Portee {
    /** Le fichier est refusé entier, et avec lui sa livraison : rien n'est écrit. */
    FICHIER,
    /** La ligne est refusée ; le reste du fichier continue. */
    LIGNE,
    /** La ligne est gardée ; une de ses valeurs est laissée de côté. */
    VALEUR,
    /** La ligne est prise ; ce qu'une personne avait décidé l'emporte. */
    DECISION
}
