package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Un rapprochement, de sa demande à sa fin.
 *
 * @param apresImport vrai s'il n'est demandé que parce qu'un import vient de s'appliquer
 * @param calculeLe nul tant que l'aperçu n'est pas prêt
 * @param valideLe nul tant que personne ne l'a validé ; les trois suivants disent qui
 * @param finiLe nul tant qu'il n'est ni fait ni abandonné
 */
public record Rapprochement(
        long id,
        EtatDuRapprochement etat,
        Instant demandeLe,
        Identifiant demandePar,
        boolean apresImport,
        @Nullable Instant calculeLe,
        @Nullable Instant valideLe,
        @Nullable Identifiant validePar,
        @Nullable Profil valideProfil,
        @Nullable String valideAdresse,
        @Nullable Instant finiLe) {

    /** Celui qui l'a validé : l'auteur de chaque regroupement. */
    Auteur auteur() {
        return new Auteur(Objects.requireNonNull(validePar), Objects.requireNonNull(valideProfil), valideAdresse);
    }
}
