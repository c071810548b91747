package fr.academie.teleservices.etablissement;

/**
 * Un compte CREE à qui l'établissement peut écrire.
 *
 * @param dejaImprime vrai si un courrier a déjà fait naître son mot de passe
 */
public record CompteAEcrire(long id, boolean dejaImprime) {}
