package fr.academie.teleservices.coordonnees;

/** Le compte et les deux adresses que concerne un lien reçu par courriel. */
public record ChangementDeMail(String identifiant, String ancien, String nouveau) {}
