package fr.academie.teleservices.socle.mesure;

/**
 * Ce qui s'est passé depuis que ce serveur est en marche, d'une sorte ; ne décroît jamais.
 *
 * @param etiquette ce que distingue {@code valeur} : un code du programme, jamais rien d'une personne
 */
public record Compteur(String nom, String etiquette, String valeur, double combien) {}
