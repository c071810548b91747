package fr.academie.teleservices.scolarite;

/** Ce qu'est un établissement ; clé de message {@code etablissement.nature.<nom>}. */
public enum NatureEtablissement {
    ECOLE,
    COLLEGE,
    LYCEE
}
