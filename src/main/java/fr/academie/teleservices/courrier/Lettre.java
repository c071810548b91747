package fr.academie.teleservices.courrier;

import java.time.Instant;

/**
 * Un courrier fait, avec le mot de passe qu'il porte : il ne vit qu'en mémoire, le temps d'être imprimé.
 *
 * @param expireLe fin de validité du mot de passe
 */
public record Lettre(Destinataire destinataire, String motDePasse, Instant faiteLe, Instant expireLe) {

    @Override
    public String toString() {
        return "Lettre[" + destinataire.compte().id() + "]";
    }
}
