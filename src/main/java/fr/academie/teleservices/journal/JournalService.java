package fr.academie.teleservices.journal;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Le journal des comptes : on n'y fait qu'ajouter, dans la transaction de ce qu'il rapporte. */
@Singleton
public final class JournalService {

    private final Transactions transactions;
    private final JournalMapper journal;

    @Inject
    public JournalService(Transactions transactions) {
        this.transactions = transactions;
        this.journal = transactions.mapper(JournalMapper.class);
    }

    public void ajouter(LigneJournal ligne) {
        transactions.executer(() -> {
            journal.ajouter(List.of(ligne));
            return true;
        });
    }
}
