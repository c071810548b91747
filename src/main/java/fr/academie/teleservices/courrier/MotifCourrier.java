package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.EtatCompte;

/** Pourquoi un courrier se fait ; clé de message {@code courrier.motif.<nom>}. */
public enum MotifCourrier {
    /** Compte jamais activé, qui n'a encore aucun mot de passe. */
    PREMIER,
    /** Compte jamais activé : le courrier précédent ne vaudra plus. */
    REIMPRESSION,
    /** Compte actif : le mot de passe choisi par le responsable ne vaudra plus, il en est prévenu. */
    REINITIALISATION;

    static MotifCourrier pour(EtatCompte etat, boolean aUnMotDePasse) {
        if (etat == EtatCompte.ACTIF) {
            return REINITIALISATION;
        }
        return aUnMotDePasse ? REIMPRESSION : PREMIER;
    }
}
