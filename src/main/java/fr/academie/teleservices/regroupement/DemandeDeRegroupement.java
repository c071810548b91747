package fr.academie.teleservices.regroupement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * La preuve de l'étape 1, gardée au serveur : qui a prouvé quel compte, dans quelle session, jusqu'à quand.
 *
 * @param lot le jeton de la première preuve du même lot ; nul si c'est elle
 * @param faitLe instant du regroupement que cette demande a produit ; nul si elle n'a pas servi
 * @param mailsDuPrincipal ses adresses sûres, une par ligne
 * @param mailsDuSecondaire les siennes
 */
record DemandeDeRegroupement(
        UUID jeton,
        @Nullable UUID lot,
        long principalId,
        long secondaireId,
        long sessionId,
        Instant expireLe,
        @Nullable Instant faitLe,
        String mailsDuPrincipal,
        String mailsDuSecondaire) {

    /** Vrai si elle vaut encore, à cet instant, dans cette session. */
    boolean vaut(long session, Instant maintenant) {
        return sessionId == session && maintenant.isBefore(expireLe);
    }

    /** Ces adresses, une par ligne, chacune une fois. */
    static List<String> adresses(String lignes) {
        return lignes.lines().filter(l -> !l.isEmpty()).distinct().toList();
    }
}
