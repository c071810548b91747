package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Sorte;
import java.util.Arrays;
import java.util.Optional;

/** Les catégories de fiches que l'on prend, dans l'ordre où elles se lisent : chacune ne cite que les précédentes. */
public enum Categorie {
    ETABLISSEMENT("EtabEducNat", Sorte.ETABLISSEMENT),
    PERSONNE("PersRelEleve", Sorte.PERSONNE),
    ELEVE("Eleve", Sorte.ELEVE);

    private final String nom;
    private final Sorte sorte;

    Categorie(String nom, Sorte sorte) {
        this.nom = nom;
        this.sorte = sorte;
    }

    /** Le nom que lui donne l'annuaire. */
    public String nom() {
        return nom;
    }

    Sorte sorte() {
        return sorte;
    }

    /** Celle qui porte ce nom ; vide pour les autres de l'annuaire (agents, matières…), que l'on ne prend pas. */
    public static Optional<Categorie> dite(String nom) {
        return Arrays.stream(values())
                .filter(categorie -> categorie.nom.equals(nom))
                .findFirst();
    }
}
