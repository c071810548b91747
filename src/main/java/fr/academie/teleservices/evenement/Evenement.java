package fr.academie.teleservices.evenement;

import java.time.Instant;

/**
 * Un changement d'un compte ou de ses liens, à remettre dans l'ordre pour chaque compte.
 *
 * @param charge objet JSON, sans secret
 */
public record Evenement(Instant le, TypeEvenement type, long responsableId, String charge) {}
