package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.EtatCompte;
import java.time.Instant;

/**
 * Ce qui décide lequel de deux comptes reste.
 *
 * @param lettreValable vrai si le mot de passe d'un courrier y ouvre encore
 */
record CompteEnCause(long id, EtatCompte etat, Instant creeLe, boolean lettreValable) {

    boolean estActif() {
        return etat == EtatCompte.ACTIF;
    }
}
