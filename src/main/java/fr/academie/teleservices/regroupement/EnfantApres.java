package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;

/**
 * Un élève tel qu'il sera rattaché après le regroupement, et d'où il vient (de plusieurs côtés parfois).
 *
 * @param autres les comptes à fermer qui l'ont aujourd'hui ; vide s'il n'est que sur celui qui reste
 */
public record EnfantApres(Enfant enfant, boolean dejaSurPrincipal, List<Identifiant> autres) {

    public boolean surSecondaire() {
        return !autres.isEmpty();
    }
}
