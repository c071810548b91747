package fr.academie.teleservices.diffusion;

import java.time.Instant;

/**
 * Un événement à remettre à un abonné.
 *
 * @param file ce qui tient l'ordre : le compte, ou 0 pour un instantané ; jamais remis
 * @param le l'instant du changement
 * @param essais déjà manqués
 */
record Remise(long evenementId, long file, int essais, Instant le, String type, String charge) {}
