package fr.academie.teleservices.scolarite;

/** L'état d'un rattachement. Source : DOMAIN §2. */
public enum EtatRattachement {
    ACTIF(3),
    /** Le responsable a déclaré n'être pas le représentant légal ; l'établissement doit trancher. */
    CONTESTE(2),
    RETIRE(1);

    private final int force;

    EtatRattachement(int force) {
        this.force = force;
    }

    /** Quand un élève est des deux côtés d'un regroupement : actif dès qu'il l'est d'un côté, retiré seulement s'il l'est des deux. */
    public EtatRattachement leMeilleur(EtatRattachement autre) {
        return force >= autre.force ? this : autre;
    }
}
