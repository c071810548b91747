package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * La preuve de l'étape 1, gardée au serveur : qui a prouvé quel compte, dans quelle session, jusqu'à quand.
 *
 * @param lot le jeton de la première preuve du même lot ; nul si c'est elle
 * @param principalId le compte connecté, qui l'a prouvé : celui qui reste, à moins que la demande ne dise que l'autre reste
 * @param secondaireId le compte prouvé
 * @param prouve son identifiant
 * @param faitLe instant du regroupement que cette demande a produit ; nul si elle n'a pas servi
 * @param resteId le compte qui est resté ; nul si elle n'a pas servi
 * @param quiReste son identifiant ; nul de même
 * @param mailsDuPrincipal ses adresses sûres, une par ligne
 * @param mailsDuSecondaire les siennes
 * @param choisi vrai si le compte a été prouvé par le mot de passe choisi qu'il a encore
 * @param reste vrai s'il a été demandé que ce compte reste, et que le compte connecté se ferme
 */
record DemandeDeRegroupement(
        UUID jeton,
        @Nullable UUID lot,
        long principalId,
        long secondaireId,
        Identifiant prouve,
        long sessionId,
        Instant expireLe,
        @Nullable Instant faitLe,
        @Nullable Long resteId,
        @Nullable Identifiant quiReste,
        String mailsDuPrincipal,
        String mailsDuSecondaire,
        boolean choisi,
        boolean reste) {

    /** Celle d'une preuve qui vient d'être faite. */
    static DemandeDeRegroupement neuve(
            UUID jeton, @Nullable UUID lot, long principalId, Compte secondaire, long sessionId, Instant expireLe) {
        return new DemandeDeRegroupement(
                jeton,
                lot,
                principalId,
                secondaire.id(),
                secondaire.identifiant(),
                sessionId,
                expireLe,
                null,
                null,
                null,
                "",
                "",
                false,
                false);
    }

    /** Vrai si elle vaut encore, à cet instant, dans cette session. */
    boolean vaut(long session, Instant maintenant) {
        return sessionId == session && maintenant.isBefore(expireLe);
    }

    /** Vrai si le compte prouvé peut, et doit, rester à la place du compte connecté. */
    boolean garde(long session, Instant maintenant) {
        return reste && choisi && vaut(session, maintenant);
    }

    /** Le compte que cette demande a fermé, ou fermera. */
    long fermeId() {
        return resteId != null && resteId == secondaireId ? principalId : secondaireId;
    }

    /** L'identifiant de ce compte, connaissant celui du compte connecté. */
    Identifiant ferme(Identifiant connecte) {
        return fermeId() == secondaireId ? prouve : connecte;
    }

    /** Ces adresses, une par ligne, chacune une fois. */
    static List<String> adresses(String lignes) {
        return lignes.lines().filter(l -> !l.isEmpty()).distinct().toList();
    }
}
