package fr.academie.teleservices.courrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un courrier fait, avec le mot de passe et le code qu'il porte : ils ne vivent qu'en mémoire, le temps d'être imprimés.
 *
 * @param code ce que porte son code à scanner ({@link CodesDeCourrier}) ; nul pour une lettre mise en attente par une version qui n'en
 *     faisait pas
 * @param expireLe fin de validité du mot de passe et du code
 */
public record Lettre(
        Destinataire destinataire,
        String motDePasse,
        @Nullable String code,
        Instant faiteLe,
        Instant expireLe) {

    @Override
    public String toString() {
        return "Lettre[" + destinataire.compte().id() + "]";
    }
}
