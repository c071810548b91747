package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.CoordonneesDuCompte;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.opposition.AdresseConnue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ce qu'un compte a de confirmé, et qu'un autre peut reprendre.
 *
 * @param mail vide si le compte n'en a pas, ou si une adresse d'avant peut encore la faire retirer
 * @param portable vide s'il n'en a pas
 */
public record CoordonneesConfirmees(Optional<AdresseMail> mail, Optional<TelephonePortable> portable) {

    /**
     * Celles de chacun de ces comptes.
     *
     * @param adresses les leurs, de la plus ancienne à la plus récente
     */
    public static Map<Long, CoordonneesConfirmees> parCompte(
            Collection<CoordonneesDuCompte> comptes, Collection<AdresseConnue> adresses) {
        Map<Long, List<AdresseConnue>> parCompte =
                adresses.stream().collect(Collectors.groupingBy(AdresseConnue::compteId));
        return comptes.stream()
                .collect(Collectors.toMap(
                        CoordonneesDuCompte::compteId,
                        siennes -> de(siennes, parCompte.getOrDefault(siennes.compteId(), List.of()))));
    }

    private static CoordonneesConfirmees de(CoordonneesDuCompte siennes, List<AdresseConnue> adresses) {
        return new CoordonneesConfirmees(
                Optional.ofNullable(siennes.mail())
                        .filter(mail -> AdresseConnue.pourUnLien(adresses)
                                .filter(mail::equals)
                                .isPresent())
                        .flatMap(AdresseMail::lire),
                Optional.ofNullable(siennes.portable()).map(TelephonePortable::new));
    }
}
