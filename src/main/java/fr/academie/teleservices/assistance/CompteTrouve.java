package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.util.List;

/**
 * Un compte qu'une recherche a trouvé.
 *
 * @param id clé du compte : sans elle, MyBatis confondrait deux comptes aux mêmes enfants
 * @param enfants ses élèves, par prénom, liens retirés exceptés
 */
public record CompteTrouve(long id, Compte compte, List<Eleve> enfants) {

    /** « Adam DURAND (Collège du Moulin), Adam MARTIN (Collège du Moulin) » ; vide s'il n'en a pas. */
    public String listeDesEnfants() {
        return String.join(", ", NomsDistincts.courtsEtEtablissement(enfants).values());
    }
}
