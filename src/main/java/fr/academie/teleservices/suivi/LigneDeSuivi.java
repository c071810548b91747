package fr.academie.teleservices.suivi;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;
import java.time.Instant;

/**
 * Une ligne de la liste derrière un nombre du suivi.
 *
 * @param eleves prénoms et classes des élèves de l'établissement, et d'eux seuls
 * @param instant date de ce qui est compté
 */
public record LigneDeSuivi(
        long responsableId, String identifiant, Identite identite, EtatCompte etat, String eleves, Instant instant) {}
