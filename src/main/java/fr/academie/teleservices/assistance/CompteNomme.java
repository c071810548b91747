package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.Identite;

/** De quoi nommer un compte et ouvrir sa fiche. */
public record CompteNomme(long id, String identifiant, Identite identite) {}
