package fr.academie.teleservices.rupture;

import fr.academie.teleservices.compte.Compte;
import java.util.List;

/** Un compte et ceux de ses élèves que l'agent a le droit de voir ; au moins un. */
public record ChoixDeRupture(Compte compte, List<EnfantARompre> enfants) {}
