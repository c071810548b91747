package fr.academie.teleservices.alimentation.livraison;

/** Ce qu'une livraison dit de ce qu'elle ne nomme pas. */
public enum NatureLivraison {
    /** Elle dit tout : qui n'y est plus est parti. */
    COMPLETE,
    /** Elle ne dit que ce qui change. */
    DELTA
}
