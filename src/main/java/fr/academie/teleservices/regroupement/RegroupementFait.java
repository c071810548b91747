package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Un regroupement enregistré : la base l'a dit.
 *
 * @param accuse le jeton d'un des regroupements, qui mène à l'accusé de tous
 * @param reste le compte qui reste
 * @param fermes les comptes fermés, dans l'ordre où ils ont été prouvés ; au moins un
 * @param enfants les élèves maintenant rattachés au compte qui reste ; vide si ce n'est pas lui qui demande
 */
public record RegroupementFait(
        UUID accuse, Instant faitLe, Identifiant reste, List<Identifiant> fermes, List<Enfant> enfants) {

    /** Vrai si ce compte s'est fermé, ou l'un de ceux-là. */
    public boolean aFerme(Identifiant identifiant) {
        return fermes.contains(identifiant);
    }
}
