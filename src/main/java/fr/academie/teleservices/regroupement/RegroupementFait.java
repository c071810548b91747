package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Un regroupement enregistré : la base l'a dit.
 *
 * @param lot la demande qui l'a produit
 * @param fermes les comptes fermés, dans l'ordre où ils ont été prouvés ; au moins un
 * @param enfants les élèves maintenant rattachés au compte principal
 */
public record RegroupementFait(UUID lot, Instant faitLe, List<Identifiant> fermes, List<Enfant> enfants) {}
