package fr.academie.teleservices.activation;

/** Le compte et les deux adresses que concerne un lien reçu par courriel. */
public record ChangementDeMail(String identifiant, String ancien, String nouveau) {}
