package fr.academie.teleservices.lignee;

import fr.academie.teleservices.compte.Identifiant;
import java.time.Instant;

/**
 * Un compte fermé par un regroupement, directement ou à travers d'autres.
 *
 * @param le instant du regroupement qui l'a fermé
 */
public record CompteAbsorbe(long id, Identifiant identifiant, Instant le) {}
