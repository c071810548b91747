package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Le téléphone portable des comptes : celui d'une source, celui que donne le titulaire, celui qu'il a confirmé. */
@Singleton
public final class Telephones {

    private final CompteMapper comptes;
    private final Clock horloge;

    @Inject
    public Telephones(Transactions transactions, Clock horloge) {
        this.comptes = transactions.mapper(CompteMapper.class);
        this.horloge = horloge;
    }

    /** Le portable confirmé du compte ; vide s'il n'en a pas, ou ne l'a pas confirmé. */
    public Optional<TelephoneConfirme> confirme(long compteId) {
        return Optional.ofNullable(comptes.telephoneConfirme(compteId));
    }

    /**
     * Remplace le portable d'un compte verrouillé par celui que donne son titulaire, nul s'il l'efface : nul import n'y touche plus.
     *
     * @param confirmeLe nul s'il n'est pas confirmé
     */
    public void changer(Compte compte, @Nullable TelephonePortable telephone, @Nullable Instant confirmeLe) {
        comptes.changerTelephone(
                compte.id(), telephone == null ? null : telephone.valeur(), horloge.instant(), confirmeLe);
    }

    /** Le titulaire d'un compte verrouillé a donné lui-même le portable qu'on lui connaissait : nul import n'y touche plus. */
    public void marquer(Compte compte) {
        comptes.marquerTelephone(compte.id(), horloge.instant());
    }

    /** Les comptes activés dont le titulaire a confirmé ce numéro, par id ; vide si aucun. */
    public List<Compte> confirmes(TelephonePortable telephone) {
        return comptes.actifsParTelephoneConfirme(telephone.valeur());
    }

    /** Les comptes jamais activés qui portent ce numéro, quelle qu'en soit l'écriture, par id ; vide si aucun. */
    public List<Compte> jamaisActives(TelephonePortable telephone) {
        return comptes.creesParTelephone(telephone.ecritures()).stream()
                .filter(compte -> Optional.ofNullable(compte.telephonePortable())
                        .flatMap(TelephonePortable::lire)
                        .filter(telephone::equals)
                        .isPresent())
                .toList();
    }
}
