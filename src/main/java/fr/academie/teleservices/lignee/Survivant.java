package fr.academie.teleservices.lignee;

import java.time.Instant;

/**
 * Le compte ouvert où mène la chaîne des regroupements d'un compte fermé.
 *
 * @param le quand le compte fermé l'a été, par le premier regroupement de la chaîne
 */
public record Survivant(long compteId, Instant le) {}
