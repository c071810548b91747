package fr.academie.teleservices.rupture;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Une rupture enregistrée : la base l'a dit.
 *
 * @param enfants les élèves du compte nouveau que l'agent a le droit de voir, tels qu'ils y sont maintenant
 */
public record RuptureFaite(UUID jeton, Instant faitLe, Compte source, Compte nouveau, List<Enfant> enfants) {}
