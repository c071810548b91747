package fr.academie.teleservices.socle.courriel;

import java.time.Instant;

/** Un courriel et l'instant de son dépôt dans la boîte de sortie. */
public record CourrielADeposer(Courriel courriel, Instant le) {}
