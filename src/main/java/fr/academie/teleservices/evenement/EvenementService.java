package fr.academie.teleservices.evenement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement.InstantaneARelire;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Dépose les événements dans la transaction du changement qu'ils annoncent ; leur remise est une autre affaire. */
@Singleton
public final class EvenementService {

    /** Peu de lignes par transaction : une purge en retard ne retient ni verrous ni journal de la base. */
    private static final int LOT = 2000;

    /** Au-delà, des paquets ; en deçà, une seule instruction fait un aller-retour de moins. */
    private static final int BEAUCOUP = 20;

    private final Transactions transactions;
    private final ScolariteService scolarite;
    private final EvenementMapper evenements;

    @Inject
    public EvenementService(ScolariteService scolarite, Transactions transactions) {
        this.transactions = transactions;
        this.scolarite = scolarite;
        this.evenements = transactions.mapper(EvenementMapper.class);
    }

    /**
     * Au-delà de ce nombre de comptes changés d'un coup, leurs événements seraient plus longs à recevoir qu'un instantané à relire.
     *
     * @see #annoncerEnNombre
     */
    public static final int COMPTES_PAR_INSTANTANE = 10_000;

    /**
     * Ce qu'annonce un import qui change tant de comptes : au-delà de {@link #COMPTES_PAR_INSTANTANE}, un seul instantané à relire, déposé
     * ici, dans la transaction de l'appelant ; il ne dépose alors aucun événement par compte.
     *
     * @return vrai si chaque compte est à annoncer par son événement
     */
    public boolean annoncerEnNombre(long comptes, Instant le) {
        if (comptes <= COMPTES_PAR_INSTANTANE) {
            return true;
        }
        deposer(new InstantaneARelire(le, null));
        return false;
    }

    /** Ajoute l'événement à la boîte de sortie. */
    public void deposer(Evenement evenement) {
        deposer(List.of(evenement));
    }

    /** De même, autant qu'il y en a. */
    public void deposer(List<Evenement> faits) {
        if (faits.size() > BEAUCOUP) {
            transactions.executer(() -> transactions.parPaquets(
                    EvenementMapper.class,
                    "deposerUn",
                    faits.stream().map(fait -> Map.of("v", fait)).toList()));
        } else if (!faits.isEmpty()) {
            evenements.deposer(faits);
        }
    }

    /** Efface les événements antérieurs à {@code avant}, par lots ; rend leur nombre. */
    public int purger(Instant avant) {
        int total = 0;
        int effaces;
        do {
            effaces = transactions.executer(() -> evenements.purger(avant, LOT));
            total += effaces;
        } while (effaces == LOT);
        return total;
    }

    /** Le compte et tous ses liens à présent ; le compte est verrouillé et ses liens sont déjà ceux d'après le changement. */
    public Sujet sujet(Compte compte) {
        return Sujet.de(compte, scolarite.rattachements(compte.id(), compte.id()));
    }

    /** De même, en une lecture pour tous ces comptes ; par leurs id. */
    public Map<Long, Sujet> sujets(Collection<Compte> comptes) {
        Map<Long, List<Rattachement>> liens =
                scolarite.rattachements(comptes.stream().map(Compte::id).toList()).stream()
                        .collect(Collectors.groupingBy(Rattachement::responsableId));
        return comptes.stream()
                .collect(Collectors.toMap(
                        Compte::id, compte -> Sujet.de(compte, liens.getOrDefault(compte.id(), List.of()))));
    }
}
