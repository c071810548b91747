package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.Enfant;

/** Un élève tel qu'il sera rattaché après le regroupement, et d'où il vient (des deux côtés parfois). */
public record EnfantApres(Enfant enfant, boolean dejaSurPrincipal, boolean surSecondaire) {}
