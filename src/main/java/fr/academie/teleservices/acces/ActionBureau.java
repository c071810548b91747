package fr.academie.teleservices.acces;

/** Ce qu'une ligne du journal du bureau rapporte ; clé de message {@code bureau.journal.<nom>}. */
public enum ActionBureau {
    CONNEXION,
    /** Une recherche ; les mots cherchés sont dans les détails. */
    RECHERCHE,
    /** L'agent a ouvert la fiche d'un responsable ou d'un élève. */
    CONSULTATION,
    /** L'agent a emporté une liste ; son filtre est dans les détails. */
    EXPORT,
    /** Un compte créé pour un responsable. */
    CREATION_DE_COMPTE,
    /** Un élève rattaché à un compte qui existait. */
    RATTACHEMENT,
    /** Un courrier de notification fait ; son motif est dans les détails. */
    COURRIER
}
