package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;
import java.util.List;

/** Où en est chaque abonné, et de quoi lui remettre ce qui a été mis de côté : pour la page de l'académie et pour la commande. */
public final class RemisesParquees {

    private final RemiseMapper remises;
    private final Transactions transactions;
    private final Clock horloge;

    public RemisesParquees(Transactions transactions, Clock horloge) {
        this.remises = transactions.mapper(RemiseMapper.class);
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Chaque abonné, par nom. */
    public List<EtatDUnAbonne> abonnes() {
        return remises.etats();
    }

    /**
     * Remet dans la file tout ce qui a été mis de côté pour cet abonné, comme jamais essayé, et met fin à son repos.
     *
     * @return combien d'événements ; zéro si aucun ne l'était, ou si l'abonné n'existe pas
     */
    public int remettre(String abonne) {
        return transactions.executer(() -> {
            int combien = remises.remettreEnFile(abonne, horloge.instant());
            if (combien > 0) {
                remises.reveiller(abonne);
            }
            return combien;
        });
    }
}
