package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Un responsable tel que l'agent peut le voir.
 *
 * @param enfants ses élèves des établissements de l'agent, et eux seuls, au moins un
 * @param faits ce qui touche ces élèves, du plus récent au plus ancien
 */
public record Fiche(Compte compte, List<Enfant> enfants, List<FaitDuCompte> faits) {

    public Fiche {
        enfants = List.copyOf(enfants);
        faits = List.copyOf(faits);
    }

    /** Les établissements pour lesquels un courrier peut se faire, chacun une fois. */
    public List<String> uaisDuCourrier() {
        return enfants.stream()
                .filter(enfant -> "ACTIF".equals(enfant.etat().name()))
                .flatMap(enfant -> Stream.of(enfant.eleve().etablissement().uai()))
                .distinct()
                .toList();
    }
}
