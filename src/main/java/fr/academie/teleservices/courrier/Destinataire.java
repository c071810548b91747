package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import java.util.List;

/**
 * À qui un établissement écrit, et pour quels élèves.
 *
 * @param eleves ses élèves de cet établissement, au moins un, par classe et prénom
 * @param motif ce que serait le courrier fait maintenant
 */
public record Destinataire(
        Compte compte, Adresse adresse, Etablissement etablissement, List<Eleve> eleves, MotifCourrier motif) {

    public Destinataire {
        eleves = List.copyOf(eleves);
    }
}
