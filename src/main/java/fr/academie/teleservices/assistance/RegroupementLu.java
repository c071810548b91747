package fr.academie.teleservices.assistance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un regroupement de la chaîne d'un compte.
 *
 * @param garde le compte qui est resté
 * @param ferme le compte absorbé
 * @param faitPar identifiant de qui l'a fait
 * @param etat ACTIF ou ROMPU
 * @param ampleur PARTIELLE ou ENTIERE ; nulle si le regroupement est en place
 * @param apportes les élèves qu'avait le compte absorbé, par prénom ; nul s'il n'en avait pas
 */
public record RegroupementLu(
        long id,
        CompteNomme garde,
        CompteNomme ferme,
        Instant faitLe,
        String faitPar,
        String etat,
        @Nullable String ampleur,
        @Nullable String apportes) {}
