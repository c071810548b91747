package fr.academie.teleservices.journal;

/** Ce qu'une ligne du journal rapporte ; clé de message {@code journal.<nom>}. */
public enum ActionJournal {
    CONNEXION,
    /** Un établissement a créé le compte. */
    CREATION,
    /** Un établissement a rattaché un élève au compte. */
    RATTACHEMENT,
    /** Un établissement a fait un courrier : le mot de passe provisoire qu'il porte remplace le précédent. */
    COURRIER,
    ACTIVATION,
    MOT_DE_PASSE_CHANGE,
    /** Après « mot de passe oublié ? ». */
    MOT_DE_PASSE_REINITIALISE,
    /** Ce compte en a absorbé un autre. */
    REGROUPEMENT,
    /** Ce compte a été fermé, absorbé par un autre. */
    FERMETURE,
    /** Le responsable a déclaré n'être pas le représentant légal d'un élève. */
    CONTESTATION,
    /** Un regroupement demandé a été refusé ; le code est dans les détails, jamais la saisie. */
    REGROUPEMENT_REFUSE
}
