package fr.academie.teleservices.rupture;

import java.time.Instant;
import java.util.UUID;

/**
 * Ce qu'un agent a choisi de casser, gardé au serveur.
 *
 * @param responsableId le compte que les élèves quitteraient
 * @param empreinte SHA-256 de ce qui a été montré (64 chiffres hexadécimaux)
 */
record DemandeDeRupture(
        UUID jeton,
        long responsableId,
        String agent,
        long sessionId,
        String empreinte,
        Instant creeeLe,
        Instant expireLe) {}
