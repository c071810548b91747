package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Identifiant;
import java.time.Instant;
import java.util.UUID;

/**
 * Un regroupement tel que la base le garde, pour le compte qui l'a fait.
 *
 * @param numero ce qu'on cite à l'établissement ou à l'assistance
 * @param lot celui des regroupements confirmés ensemble ; le jeton s'il est seul
 * @param rompu vrai si un établissement l'a cassé depuis, en tout ou partie
 */
public record RegroupementEnregistre(
        long numero, UUID jeton, UUID lot, Instant faitLe, Identifiant secondaire, boolean rompu) {}
