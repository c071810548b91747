package fr.academie.teleservices.alimentation.aaf;

/** À qui l'on dit où en est une lecture, qui peut durer des minutes. */
@FunctionalInterface
public interface SuiviDeLecture {

    /** Personne ne regarde. */
    SuiviDeLecture AUCUN = (nom, rang, total) -> {};

    /**
     * Un fichier se lit.
     *
     * @param rang de 1 à {@code total}
     */
    void fichier(String nom, int rang, int total);
}
