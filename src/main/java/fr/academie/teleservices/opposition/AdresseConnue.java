package fr.academie.teleservices.opposition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Une adresse d'un compte : la sienne, ou une d'avant qui peut encore s'opposer à son remplacement.
 *
 * @param confirmeLe nul si elle n'a pas été confirmée
 */
public record AdresseConnue(
        long compteId, String mail, @Nullable Instant confirmeLe) {

    /**
     * L'adresse où peut aller un lien qui ouvre le compte : la sienne si elle est confirmée ; tant qu'une adresse d'avant peut s'opposer,
     * la plus ancienne, si elle était confirmée. Vide s'il n'y en a pas.
     *
     * @param duCompte les siennes, de la plus ancienne à la plus récente
     */
    public static Optional<String> pourUnLien(List<AdresseConnue> duCompte) {
        return duCompte.stream()
                .findFirst()
                .filter(adresse -> adresse.confirmeLe != null)
                .map(AdresseConnue::mail);
    }
}
