package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.CompteChange;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneRemarque;
import fr.academie.teleservices.evenement.EvenementService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ce qu'un lot ajoute à la livraison elle-même, écrit à la fin, en une fois : les comptes à annoncer, les remarques. Avant, deux lots menés à
 * la fois s'attendraient l'un l'autre sur la ligne de la livraison.
 */
final class Retenus {

    private static final int ASSEZ = EvenementService.COMPTES_PAR_INSTANTANE + 1;

    private final Map<Long, CompteChange> comptes = new TreeMap<>();
    private final List<LigneRemarque> remarques = new ArrayList<>();

    void comptes(Collection<CompteChange> changes) {
        changes.forEach(change -> comptes.merge(change.responsableId(), change, CompteChange::et));
    }

    void remarques(Collection<LigneRemarque> lignes) {
        remarques.addAll(lignes);
    }

    /** @param nombreuses les livraisons dont il n'importe plus quels comptes elles changent ; celle-ci s'y ajoute quand elle en est */
    void ecrire(long id, EcartMapper ecarts, LivraisonMapper livraisons, Set<Long> nombreuses) {
        if (!remarques.isEmpty()) {
            // Le rang d'une remarque suit le dernier : un lot à la fois.
            livraisons.verrouiller(id);
            livraisons.ajouterRemarques(id, livraisons.dernierRangDeRemarque(id) + 1, remarques);
        }
        if (comptes.isEmpty() || nombreuses.contains(id)) {
            return;
        }
        // Au-delà, un seul instantané les annonce tous.
        if (ecarts.nombreDeComptes(id, ASSEZ) < ASSEZ) {
            ecarts.retenirDesComptes(id, List.copyOf(comptes.values()));
        } else {
            nombreuses.add(id);
        }
    }
}
