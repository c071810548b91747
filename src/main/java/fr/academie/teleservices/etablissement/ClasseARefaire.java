package fr.academie.teleservices.etablissement;

/**
 * Une classe où des lettres déjà faites peuvent se refaire.
 *
 * @param classe vide pour les élèves qui n'en ont pas
 * @param courriers comptes jamais activés dont une lettre a fait naître le mot de passe ; un compte de deux classes est dans chacune
 */
public record ClasseARefaire(String classe, long courriers) {}
