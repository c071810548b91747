package fr.academie.teleservices.evenement;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Dépose les événements dans la transaction du changement qu'ils annoncent ; leur remise est une autre affaire. */
@Singleton
public final class EvenementService {

    private final EvenementMapper evenements;

    @Inject
    public EvenementService(Transactions transactions) {
        this.evenements = transactions.mapper(EvenementMapper.class);
    }

    public void deposer(Evenement evenement) {
        evenements.deposer(List.of(evenement));
    }
}
