package fr.academie.teleservices.alimentation.livraison;

/** Où en est une livraison ; clé de message {@code alimentation.etat.<nom>}. */
public enum EtatLivraison {
    /** Ses fichiers sont en train d'être lus et comparés. */
    RECUE,
    /** Lue : ce qu'elle changerait se regarde, et attend d'être validé. */
    LUE,
    /** Validée : elle s'applique, lot après lot. */
    CONFIRMEE,
    APPLIQUEE,
    /** Quelqu'un y a renoncé, ou sa lecture s'est arrêtée : rien n'a changé. */
    ABANDONNEE,
    /** Un de ses fichiers est à refuser : rien n'a changé. */
    REFUSEE;

    /** Vrai tant qu'elle retient son périmètre. */
    public boolean estOuverte() {
        return this == RECUE || this == LUE || this == CONFIRMEE;
    }
}
