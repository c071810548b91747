package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.Nomenclature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Une demande de l'annuaire, telle quelle.
 *
 * @param id ENTPersonJointure ou ENTStructureJointure
 * @param valeurs les attributs dits ; une liste vide efface, un attribut absent ne dit rien
 * @param nomenclature celle du fichier : comment y lire un lien
 */
public record FicheAaf(
        Operation operation,
        Categorie categorie,
        String id,
        Map<Attribut, List<String>> valeurs,
        Nomenclature nomenclature,
        String fichier,
        int ligne) {

    /** Ce que la demande fait. */
    public enum Operation {
        /** {@code addRequest}. */
        AJOUT,
        /** {@code modifyRequest}. */
        MODIFICATION,
        /** {@code deleteRequest}. */
        RETRAIT
    }

    public FicheAaf {
        valeurs = Map.copyOf(valeurs);
    }

    /** Vrai si la demande parle de cet attribut, fût-ce pour l'effacer. */
    public boolean dit(Attribut attribut) {
        return valeurs.containsKey(attribut);
    }

    /** Toutes ses valeurs ; aucune s'il n'est pas dit, ou effacé. */
    public List<String> toutes(Attribut attribut) {
        return valeurs.getOrDefault(attribut, List.of());
    }

    /** Sa première valeur ; nulle s'il n'en a pas. */
    public @Nullable String premiere(Attribut attribut) {
        List<String> toutes = toutes(attribut);
        return toutes.isEmpty() ? null : toutes.get(0);
    }

    FicheAaf avec(Operation autre, Map<Attribut, List<String>> autres, FicheAaf derniere) {
        return new FicheAaf(autre, categorie, id, autres, derniere.nomenclature, derniere.fichier, derniere.ligne);
    }
}
