package fr.academie.teleservices.acces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code essai}. */
interface EssaiMapper {

    void ajouter(EssaiAAjouter essai);

    Releve relever(
            @Param("e") EssaiAAjouter essai,
            @Param("depuis") Instant depuis,
            @Param("parCompte") int parCompte,
            @Param("parCible") int parCible,
            @Param("parAdresse") int parAdresse);

    int retirer(@Param("id") long id);

    int purger(@Param("avant") Instant avant);

    /**
     * Pour chaque limite, l'instant de l'essai qui, en sortant de la fenêtre, rouvrira la porte ; nul si la limite n'est pas
     * atteinte.
     *
     * @param dejaVise vrai si ce compte a déjà manqué cette cible
     */
    record Releve(
            @Nullable Instant compte,
            @Nullable Instant cible,
            @Nullable Instant adresse,
            boolean dejaVise) {

        /**
         * L'instant où la porte rouvrira, quand le dernier de ces essais sortira de la fenêtre ; nul si elle n'est pas fermée. La limite
         * par cible n'arrête que qui l'a déjà manquée.
         */
        @Nullable
        Instant reouverture(Duration fenetre) {
            return Stream.of(Optional.ofNullable(compte), parCible(), Optional.ofNullable(adresse))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .map(dernier -> dernier.plus(fenetre))
                    .orElse(null);
        }

        private Optional<Instant> parCible() {
            return dejaVise ? Optional.ofNullable(cible) : Optional.empty();
        }
    }

    /** La ligne à insérer ; {@code id} est rempli par la base. */
    final class EssaiAAjouter {
        long id;
        final String operation;
        final String compte;
        final byte[] cible;
        final String adresse;
        final Instant le;

        EssaiAAjouter(String operation, String compte, byte[] cible, String adresse, Instant le) {
            this.operation = operation;
            this.compte = compte;
            this.cible = cible;
            this.adresse = adresse;
            this.le = le;
        }
    }
}
