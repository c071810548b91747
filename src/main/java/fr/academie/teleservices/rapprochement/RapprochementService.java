package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
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
import org.jspecify.annotations.Nullable;

/**
 * Le rapprochement automatique : demandé (après un import, par une commande), montré, puis validé ou abandonné. Un seul à la fois dans
 * l'académie : qui en demande un pendant qu'un autre attend voit celui-là, recalculé.
 */
@Singleton
public final class RapprochementService {

    /** Treize mois : d'une rentrée à la suivante, de quoi comprendre ce qui a été fait. */
    public static final Duration CONSERVATION = Duration.ofDays(396);

    static final Auteur EXPLOITATION = new Auteur(new Identifiant("exploitation"), Profil.EXPLOITATION, null);

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
        return demander(auteur, false);
    }

    /** Demande l'aperçu qui suit un import ; comme {@link #demander}, au nom de l'exploitation. */
    public Rapprochement demanderApresUnImport() {
        return demander(EXPLOITATION, true);
    }

    private Rapprochement demander(Auteur auteur, boolean apresImport) {
        return transactions.executer(() -> {
            Rapprochement ouvert = rapprochements.verrouillerLOuvert();
            if (ouvert == null) {
                rapprochements.demander(auteur, apresImport, horloge.instant());
            } else if (ouvert.etat() == EtatDuRapprochement.CALCULE) {
                rapprochements.redemander(ouvert.id(), auteur, apresImport, horloge.instant());
            } else {
                return ouvert;
            }
            Rapprochement demande = Objects.requireNonNull(rapprochements.verrouillerLOuvert());
            deposer(demande);
            return demande;
        });
    }

    /**
     * Fait, en tâche de fond, ce que l'aperçu montre, quel que soit celui qui a été vu.
     *
     * @param auteur qui le valide : l'auteur de chaque regroupement
     * @return faux si cet aperçu n'est plus à valider : déjà validé, abandonné, ou en cours de calcul
     */
    public boolean valider(long id, Auteur auteur) {
        return valider(id, null, auteur);
    }

    /**
     * De même, si l'aperçu est encore celui que l'on a vu.
     *
     * @param calculeLe quand celui qu'on a vu a été calculé
     */
    public boolean validerCeQuiEstVu(long id, Instant calculeLe, Auteur auteur) {
        return valider(id, calculeLe, auteur);
    }

    private boolean valider(long id, @Nullable Instant calculeLe, Auteur auteur) {
        return transactions.executer(() -> {
            boolean valide = rapprochements.valider(id, calculeLe, auteur, horloge.instant()) == 1;
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

    /** Une page des paires cherchées. */
    public List<PaireMontree> chercher(long id, RechercheDePaires recherche, int saut, int auPlus) {
        return rapprochements.chercher(id, recherche, 0, saut, auPlus);
    }

    /** Combien il y en a. */
    public long compter(long id, RechercheDePaires recherche) {
        return rapprochements.compterLesTrouvees(id, recherche);
    }

    /** Combien de comptes fermerait l'aperçu qui attend d'être validé ; zéro si aucun n'attend. */
    public int aValider() {
        return rapprochements.aValider();
    }

    /** Toutes les paires, dans l'ordre, sans les garder en mémoire. */
    public void chaque(long id, Consumer<PaireMontree> faire) {
        chaque(id, RechercheDePaires.TOUTES, faire);
    }

    /** De même, celles qu'on cherche. */
    public void chaque(long id, RechercheDePaires recherche, Consumer<PaireMontree> faire) {
        List<PaireMontree> page = List.of();
        int apres = 0;
        do {
            page = rapprochements.chercher(id, recherche, apres, 0, PAGE);
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
