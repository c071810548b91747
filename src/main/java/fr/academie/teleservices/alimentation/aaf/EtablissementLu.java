package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.scolarite.NatureEtablissement;
import org.jspecify.annotations.Nullable;

/**
 * Un établissement, tel que l'annuaire le dit.
 *
 * @param numero ENTStructureJointure : c'est par lui que les élèves le citent
 * @param nature nulle si ce n'est ni une école, ni un collège, ni un lycée
 */
public record EtablissementLu(
        String numero,
        String uai,
        String nom,
        @Nullable String commune,
        @Nullable NatureEtablissement nature) {}
