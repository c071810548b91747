package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.rapprochement.RapprochementMapper.Choix;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.Planificateur;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Le rapprochement automatique : demandé (après un import, par une commande), montré, puis validé ou abandonné. Un seul à la fois dans
 * l'académie : qui en demande un pendant qu'un autre attend voit celui-là, recalculé.
 */
@Singleton
public final class RapprochementService {

    /** Treize mois : d'une rentrée à la suivante, de quoi comprendre ce qui a été fait. */
    public static final Duration CONSERVATION = Duration.ofDays(396);

    private static final int PAGE = 1000;

    private final RapprochementMapper rapprochements;
    private final Planificateur planificateur;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public RapprochementService(Planificateur planificateur, Transactions transactions, Clock horloge) {
        this.rapprochements = transactions.mapper(RapprochementMapper.class);
        this.planificateur = planificateur;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Demande un aperçu, qu'une tâche calcule ; rien n'est changé tant que personne ne le valide. Un aperçu qui attendait est recalculé ; un
     * rapprochement validé qui se fait encore est rendu tel quel.
     *
     * @param auteur qui le demande : un agent, ou l'exploitation pour une commande ou un import
     */
    public Rapprochement demander(Auteur auteur) {
        return transactions.executer(() -> {
            Rapprochement ouvert = rapprochements.verrouillerLOuvert();
            if (ouvert == null) {
                rapprochements.demander(auteur, horloge.instant());
            } else if (ouvert.etat() == EtatDuRapprochement.CALCULE) {
                rapprochements.redemander(ouvert.id(), auteur, horloge.instant());
            } else {
                return ouvert;
            }
            Rapprochement demande = Objects.requireNonNull(rapprochements.verrouillerLOuvert());
            deposer(demande);
            return demande;
        });
    }

    /**
     * Fait, en tâche de fond, ce que l'aperçu montre.
     *
     * @param auteur qui le valide : l'auteur de chaque regroupement
     * @return faux si cet aperçu n'est plus à valider : déjà validé, abandonné, ou en cours de calcul
     */
    public boolean valider(long id, Auteur auteur) {
        return transactions.executer(() -> {
            boolean valide = rapprochements.valider(id, auteur, horloge.instant()) == 1;
            if (valide) {
                deposer(Objects.requireNonNull(rapprochements.parId(id)));
            }
            return valide;
        });
    }

    /** Laisse un aperçu sans le valider ; faux s'il ne l'attendait plus. */
    public boolean abandonner(long id) {
        return transactions.executer(() ->
                rapprochements.finir(id, EtatDuRapprochement.CALCULE, EtatDuRapprochement.ABANDONNE, horloge.instant())
                        == 1);
    }

    public Optional<Rapprochement> parId(long id) {
        return Optional.ofNullable(rapprochements.parId(id));
    }

    /** Le dernier demandé ; vide s'il n'y en a jamais eu, ou plus. */
    public Optional<Rapprochement> dernier() {
        return Optional.ofNullable(rapprochements.dernier());
    }

    /** Ce que l'aperçu, ou le rapport, compte. */
    public Bilan bilan(long id) {
        int aRegrouper = 0;
        Map<IssueDUnePaire, Integer> issues = new EnumMap<>(IssueDUnePaire.class);
        Map<MotifLaisse, Integer> laissees = new EnumMap<>(MotifLaisse.class);
        for (RapprochementMapper.Compte compte : rapprochements.compter(id)) {
            if (compte.motif() != null) {
                laissees.merge(compte.motif(), compte.nombre(), Integer::sum);
            } else {
                aRegrouper += compte.nombre();
                if (compte.issue() != null) {
                    issues.merge(compte.issue(), compte.nombre(), Integer::sum);
                }
            }
        }
        return new Bilan(aRegrouper, issues, laissees);
    }

    /** Les paires à regrouper, ou regroupées, après ce rang. */
    public List<PaireMontree> aRegrouper(long id, int apres, int auPlus) {
        return rapprochements.montrer(id, new Choix(true, null), apres, auPlus);
    }

    /** Les paires laissées pour ce motif, après ce rang. */
    public List<PaireMontree> laissees(long id, MotifLaisse motif, int apres, int auPlus) {
        return rapprochements.montrer(id, new Choix(false, motif), apres, auPlus);
    }

    /** Toutes les paires, dans l'ordre, sans les garder en mémoire. */
    public void chaque(long id, Consumer<PaireMontree> faire) {
        List<PaireMontree> page = List.of();
        int apres = 0;
        do {
            page = rapprochements.montrer(id, new Choix(false, null), apres, PAGE);
            page.forEach(faire);
            apres = page.isEmpty() ? apres : page.get(page.size() - 1).rang();
        } while (page.size() == PAGE);
    }

    /** Efface les rapprochements finis avant {@code avant}, et leurs rapports ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> rapprochements.purger(avant));
    }

    /** Une tâche par étape : celle du calcul s'achève peut-être à peine quand on valide. */
    private void deposer(Rapprochement rapprochement) {
        planificateur.deposer(
                ExecutionDuRapprochement.TACHE,
                rapprochement.id() + "-" + rapprochement.etat() + "-" + horloge.millis());
    }
}
