package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un responsable tel que l'agent peut le voir.
 *
 * @param enfants ses élèves des établissements de l'agent, et eux seuls, au moins un ; ceux qu'il portait s'il est fermé
 * @param fermeture nulle si le compte est ouvert
 * @param faits ce qui touche ces élèves, du plus récent au plus ancien
 */
public record Fiche(
        Compte compte, List<Enfant> enfants, @Nullable Fermeture fermeture, List<FaitDuCompte> faits) {

    public Fiche {
        enfants = List.copyOf(enfants);
        faits = List.copyOf(faits);
    }

    /** Les établissements pour lesquels un courrier peut se faire, chacun une fois ; aucun si le compte est fermé. */
    public List<String> uaisDuCourrier() {
        return enfants.stream()
                .filter(enfant -> compte.etat().estOuvert())
                .filter(enfant -> "ACTIF".equals(enfant.etat().name()))
                .flatMap(enfant -> enfant.eleve().etablissements().stream())
                .map(Etablissement::uai)
                .distinct()
                .toList();
    }
}
