package fr.academie.teleservices.diffusion.aaf;

/** Ce que dit une livraison. */
public enum NatureAaf {
    /** Tout. */
    COMPLET("Complet"),
    /** Ce qui a changé depuis la livraison d'avant, quelle que soit sa nature. */
    DELTA("Delta");

    private final String nom;

    NatureAaf(String nom) {
        this.nom = nom;
    }

    /** Tel que les noms de fichiers l'écrivent. */
    String nom() {
        return nom;
    }
}
