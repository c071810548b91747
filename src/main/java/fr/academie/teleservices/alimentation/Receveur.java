package fr.academie.teleservices.alimentation;

/**
 * À qui un lecteur remet ce qu'il a gardé, une fiche à la fois, et ce qu'il a refusé. Rien n'est encore sûr avant la fin du fichier : il
 * peut être refusé à sa dernière ligne.
 */
public interface Receveur {

    /** Un élève ; {@code ligne} est celle où sa fiche commence, comme pour les autres. */
    void eleve(EleveLu eleve, int ligne);

    void personne(PersonneLue personne, int ligne);

    /** Un lien ; le même couple peut revenir, plus fort : il remplace le premier. */
    void lien(LienLu lien, int ligne);

    void classe(ClasseLue classe, int ligne);

    void remarque(Remarque remarque);
}
