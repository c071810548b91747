package fr.academie.teleservices.acces;

/** Ce qu'une ligne du journal du bureau rapporte ; clé de message {@code bureau.journal.<nom>}. */
public enum ActionBureau {
    CONNEXION,
    /** Une recherche ; les mots cherchés sont dans les détails. */
    RECHERCHE,
    /** L'agent a ouvert la fiche d'un responsable ou d'un élève. */
    CONSULTATION
}
