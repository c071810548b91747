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
 * @param fermes les comptes fermés, dans l'ordre où ils ont été prouvés ; au moins un
 * @param enfants les élèves maintenant rattachés au compte principal
 */
public record RegroupementFait(UUID accuse, Instant faitLe, List<Identifiant> fermes, List<Enfant> enfants) {}
