package fr.academie.teleservices.scolarite;

/** Ce qu'est un établissement ; clé de message {@code etablissement.nature.<nom>}. */
public enum NatureEtablissement {
    ECOLE,
    COLLEGE,
    LYCEE,
    /** Ce qu'un fichier nomme autrement : un établissement médico-social, un CFA… */
    AUTRE
}
