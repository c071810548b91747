package fr.academie.teleservices.diffusion.aaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Les fichiers d'une catégorie, découpés. Les retraits se lisent avant le reste : un numéro que l'un perd peut être celui qu'un autre
 * prend, dans la même livraison.
 */
final class FichiersDUneCategorie implements AutoCloseable {

    private final Path dossier;
    private final CategorieDiffusee categorie;
    private final int parFichier;
    private final Suite retraits = new Suite("retraits");
    private final Suite autres = new Suite("autres");

    FichiersDUneCategorie(Path dossier, CategorieDiffusee categorie, int parFichier) {
        this.dossier = dossier;
        this.categorie = categorie;
        this.parFichier = parFichier;
    }

    void ajouter(FicheDite fiche) throws IOException {
        autres.suivant().ajouter(fiche);
    }

    void modifier(FicheDite fiche) throws IOException {
        autres.suivant().modifier(fiche);
    }

    void retirer(String numero) throws IOException {
        retraits.suivant().retirer(numero);
    }

    /**
     * Ferme les fichiers et leur donne leurs noms, numérotés de 0 en 0.
     *
     * @param debut ce qui précède la catégorie
     * @param memeVide vrai si la catégorie a un fichier même si rien ne s'y dit
     * @return combien il y en a
     */
    int nommer(String debut, boolean memeVide) throws IOException {
        if (memeVide && autres.morceaux.isEmpty()) {
            autres.ouvrir();
        }
        close();
        List<Path> tous = new ArrayList<>(retraits.morceaux);
        tous.addAll(autres.morceaux);
        for (int numero = 0; numero < tous.size(); numero++) {
            Files.move(
                    tous.get(numero),
                    dossier.resolve(debut + "_" + categorie.nom() + "_" + "%04d".formatted(numero) + ".xml"));
        }
        return tous.size();
    }

    @Override
    public void close() throws IOException {
        retraits.fermer();
        autres.fermer();
    }

    private final class Suite {

        private final String nom;
        private final List<Path> morceaux = new ArrayList<>();
        private @Nullable FichierAaf ouvert;
        private int ecrites;

        Suite(String nom) {
            this.nom = nom;
        }

        FichierAaf suivant() throws IOException {
            FichierAaf celui = ouvert == null || ecrites == parFichier ? ouvrir() : ouvert;
            ecrites++;
            return celui;
        }

        FichierAaf ouvrir() throws IOException {
            fermer();
            Path morceau = dossier.resolve(categorie.nom() + "." + nom + "." + morceaux.size());
            morceaux.add(morceau);
            ecrites = 0;
            FichierAaf neuf = new FichierAaf(morceau, categorie);
            ouvert = neuf;
            return neuf;
        }

        void fermer() throws IOException {
            if (ouvert != null) {
                ouvert.close();
                ouvert = null;
            }
        }
    }
}
