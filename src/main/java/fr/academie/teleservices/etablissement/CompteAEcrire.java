package fr.academie.teleservices.etablissement;

/**
 * Un compte CREE à qui l'établissement peut écrire.
 *
 * @param version celle du compte quand on l'a lu
 * @param dejaImprime vrai si un courrier a déjà fait naître son mot de passe
 */
public record CompteAEcrire(long id, int version, boolean dejaImprime) {}
