package fr.academie.teleservices.journal;

import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Le journal des comptes : on n'y fait qu'ajouter, dans la transaction de ce qu'il rapporte. Une ligne n'en sort qu'au terme de sa
 * conservation.
 */
@Singleton
public final class JournalService {

    private static final Set<ActionJournal> CONNEXIONS =
            Set.of(ActionJournal.CONNEXION, ActionJournal.COURRIER_PRESENTE);

    /** Peu de lignes par transaction : une purge en retard ne retient ni verrous ni journal de la base. */
    private static final int LOT = 2000;

    /** Au-delà, des paquets ; en deçà, une seule instruction fait un aller-retour de moins. */
    private static final int BEAUCOUP = 20;

    private final Transactions transactions;
    private final JournalMapper journal;
    private final Transactions purges;
    private final JournalMapper aPurger;

    @Inject
    public JournalService(Transactions transactions, TransactionsDePurge purges) {
        this.transactions = transactions;
        this.purges = purges.transactions();
        this.aPurger = this.purges.mapper(JournalMapper.class);
        this.journal = transactions.mapper(JournalMapper.class);
    }

    public void ajouter(LigneJournal ligne) {
        ajouter(List.of(ligne));
    }

    /** De même, autant qu'il y en a, dans leur ordre. */
    public void ajouter(List<LigneJournal> lignes) {
        if (lignes.size() > BEAUCOUP) {
            transactions.executer(() -> transactions.parPaquets(JournalMapper.class, "ajouterUne", lignes));
        } else if (!lignes.isEmpty()) {
            transactions.executer(() -> journal.ajouter(lignes));
        }
    }

    /**
     * Les lignes de ces comptes et de ces actions, de la plus récente à la plus ancienne.
     *
     * @param passees nombre de lignes, plus récentes, laissées de côté
     * @param combien nombre de lignes rendues, au plus
     */
    public List<LigneJournal> lire(
            Collection<Long> comptes, Collection<ActionJournal> actions, int passees, int combien) {
        return journal.lire(comptes, actions, passees, combien);
    }

    /**
     * Une tranche du journal.
     *
     * @param total nombre de lignes, toutes tranches comprises
     */
    public record Tranche(List<LigneJournal> lignes, int total) {}

    /** Comme {@link #lire}, et le nombre de toutes les lignes de ces comptes et de ces actions, en un aller-retour. */
    public Tranche tranche(Collection<Long> comptes, Collection<ActionJournal> actions, int passees, int combien) {
        PlusieursLectures lues = new PlusieursLectures(journal.tranche(comptes, actions, passees, combien));
        return new Tranche(
                lues.lignes(0, LigneJournal.class),
                lues.lignes(1, Integer.class).get(0));
    }

    /** Efface les connexions et les courriers présentés antérieurs à {@code avant}, et eux seuls ; rend leur nombre. */
    public int purgerLesConnexions(Instant avant) {
        return purger(CONNEXIONS, avant);
    }

    /** Efface les regroupements refusés antérieurs à {@code avant}, et eux seuls ; rend leur nombre. */
    public int purgerLesRefus(Instant avant) {
        return purger(EnumSet.of(ActionJournal.REGROUPEMENT_REFUSE), avant);
    }

    /** Efface les lignes antérieures à {@code avant}, connexions et refus exceptés ; rend leur nombre. */
    public int purgerLesActes(Instant avant) {
        return purger(
                EnumSet.complementOf(EnumSet.of(
                        ActionJournal.CONNEXION, ActionJournal.COURRIER_PRESENTE, ActionJournal.REGROUPEMENT_REFUSE)),
                avant);
    }

    private int purger(Set<ActionJournal> actions, Instant avant) {
        int total = 0;
        int effacees;
        do {
            effacees = purges.executer(() -> aPurger.purger(actions, avant, LOT));
            total += effacees;
        } while (effacees == LOT);
        return total;
    }
}
