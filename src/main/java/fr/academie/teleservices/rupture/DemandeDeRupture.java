package fr.academie.teleservices.rupture;

import java.time.Instant;
import java.util.UUID;

/**
 * Ce qu'un agent a choisi de casser, gardé au serveur.
 *
 * @param responsableId le compte que les élèves quitteraient
 */
record DemandeDeRupture(
        UUID jeton, long responsableId, String agent, long sessionId, Instant creeeLe, Instant expireLe) {}
