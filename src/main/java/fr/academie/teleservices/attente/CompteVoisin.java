package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;

/**
 * Un compte ouvert qui est, ou pourrait être, celui d'une personne attendue.
 *
 * @param memePersonne vrai si la base élèves dit que c'est elle ; faux si seuls le nom et le prénom concordent
 * @param eleves ses élèves de l'établissement, par leurs noms
 */
public record CompteVoisin(
        long id, String identifiant, Identite identite, EtatCompte etat, boolean memePersonne, String eleves) {}
