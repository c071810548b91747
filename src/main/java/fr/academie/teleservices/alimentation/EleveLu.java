package fr.academie.teleservices.alimentation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Un élève, tel qu'un fichier le dit.
 *
 * @param numero son numéro dans la source
 * @param numeroSiecle pour l'annuaire, le numéro que SIECLE lui donne dans son établissement ; nul s'il n'est pas dit
 * @param ine onze signes ; nul s'il n'est pas dit. Jamais unique
 * @param sortieLe le jour où il quitte l'établissement ; nul s'il y reste
 */
public record EleveLu(
        String numero,
        @Nullable String numeroSiecle,
        @Nullable String ine,
        String nom,
        @Nullable String nomUsage,
        String prenom,
        LocalDate naissance,
        @Nullable LocalDate sortieLe) {}
