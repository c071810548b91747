package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Un regroupement enregistré : la base l'a dit.
 *
 * @param enfants les élèves maintenant rattachés au compte principal
 */
public record RegroupementFait(UUID jeton, Instant faitLe, Identifiant secondaire, List<Enfant> enfants) {}
