package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEleve;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartEtablissement;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartLien;
import fr.academie.teleservices.alimentation.livraison.EcartMapper.EcartPersonne;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneRemarque;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pose en base, par paquets, les écarts et les remarques d'une livraison qu'on lit ; chaque paquet est un battement. */
final class DepotDesEcarts {

    private static final int PAQUET = 2000;

    private final long id;
    private final Transactions transactions;
    private final LivraisonMapper livraisons;
    private final Clock horloge;
    private final List<EcartEtablissement> etablissements = new ArrayList<>();
    private final List<EcartEleve> eleves = new ArrayList<>();
    private final List<EcartPersonne> personnes = new ArrayList<>();
    private final List<EcartLien> liens = new ArrayList<>();
    private final List<LigneRemarque> remarques = new ArrayList<>();
    private int rangDeRemarque = 1;
    private long rang;

    DepotDesEcarts(long id, Transactions transactions, Clock horloge) {
        this.id = id;
        this.transactions = transactions;
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        this.horloge = horloge;
    }

    /** Le rang de l'écart suivant. */
    long rang() {
        return ++rang;
    }

    /** Celui d'une personne, dans sa part. */
    long rang(int part) {
        return Parts.rang(part, rang());
    }

    void etablissement(EcartEtablissement ecart) {
        etablissements.add(ecart);
        viderSiPlein(etablissements);
    }

    void eleve(EcartEleve ecart) {
        eleves.add(ecart);
        viderSiPlein(eleves);
    }

    void personne(EcartPersonne ecart) {
        personnes.add(ecart);
        viderSiPlein(personnes);
    }

    void lien(EcartLien ecart) {
        liens.add(ecart);
        viderSiPlein(liens);
    }

    void remarque(Remarque remarque) {
        remarques.add(ligne(remarque));
        viderSiPlein(remarques);
    }

    static LigneRemarque ligne(Remarque remarque) {
        return new LigneRemarque(
                null,
                remarque.code().name(),
                remarque.fichier(),
                remarque.ligne(),
                remarque.sorte(),
                remarque.numero(),
                LivraisonEnJson.ecrire(remarque.valeurs()));
    }

    private void viderSiPlein(List<?> paquet) {
        if (paquet.size() == PAQUET) {
            vider();
        }
    }

    /**
     * Pose ce qui attend.
     *
     * @throws IllegalStateException si la livraison n'est plus en lecture : quelqu'un l'a abandonnée
     */
    void vider() {
        transactions.executer(() -> {
            if (livraisons.battre(id, horloge.instant()) == 0) {
                throw new IllegalStateException("La livraison " + id + " n'est plus en lecture.");
            }
            transactions.parPaquets(EcartMapper.class, "ajouterUnEtablissement", nommees("e", etablissements));
            transactions.parPaquets(EcartMapper.class, "ajouterUnEleve", nommees("e", eleves));
            transactions.parPaquets(EcartMapper.class, "ajouterUnePersonne", nommees("p", personnes));
            transactions.ajouterParPaquets(EcartMapper.class, "ajouterUnLien", "remplacerUnLien", nommees("l", liens));
            if (!remarques.isEmpty()) {
                livraisons.ajouterRemarques(id, rangDeRemarque, remarques);
            }
        });
        rangDeRemarque += remarques.size();
        etablissements.clear();
        eleves.clear();
        personnes.clear();
        liens.clear();
        remarques.clear();
    }

    private List<Map<String, Object>> nommees(String nom, List<?> lignes) {
        return lignes.stream()
                .map(ligne -> Map.<String, Object>of("id", id, nom, ligne))
                .toList();
    }
}
