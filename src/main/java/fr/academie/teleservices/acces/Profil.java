package fr.academie.teleservices.acces;

/** Qui est la personne connectée, pour ce service. */
public enum Profil {
    RESPONSABLE,
    ETABLISSEMENT,
    ASSISTANCE,
    ELEVE,
    INCONNU
}
