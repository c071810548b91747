package fr.academie.teleservices.diffusion.aaf;

/** Les catégories de fiches que l'on écrit, dans l'ordre où elles se lisent : chacune ne cite que les précédentes. */
enum CategorieDiffusee {
    ETABLISSEMENT("EtabEducNat", "categorieStructure"),
    PERSONNE("PersRelEleve", "categoriePersonne"),
    ELEVE("Eleve", "categoriePersonne");

    private final String nom;
    private final String attribut;

    CategorieDiffusee(String nom, String attribut) {
        this.nom = nom;
        this.attribut = attribut;
    }

    /** Le nom que lui donne l'annuaire. */
    String nom() {
        return nom;
    }

    /** L'attribut par lequel une demande la dit. */
    String attribut() {
        return attribut;
    }
}
