package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.rapprochement.Rapprochement;
import fr.academie.teleservices.rapprochement.RapprochementService;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.ApresUnImport;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Après un import, demande un aperçu du rapprochement : de nouvelles personnes en sont peut-être de connues. Plusieurs imports de la même
 * minute n'en demandent qu'un ; un import appliqué par la commande, le serveur arrêté, se voit au démarrage.
 */
@Singleton
public final class RapprochementDesImports {

    private static final Duration CADENCE = Duration.ofMinutes(1);

    /** Un import date sa fin avant de la valider : l'aperçu demandé entre les deux ne l'a peut-être pas vue. */
    private static final Duration VALIDATION = Duration.ofSeconds(10);

    private final LivraisonMapper livraisons;
    private final RapprochementService rapprochements;
    private final ApresUnImport apresUnImport;

    @Inject
    public RapprochementDesImports(RapprochementService rapprochements, Transactions transactions, Reglages reglages) {
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        this.rapprochements = rapprochements;
        this.apresUnImport = reglages.apresUnImport();
    }

    /** La tâche de fond. */
    public TacheReguliere tache() {
        return new TacheReguliere("rapprochement-apres-import", CADENCE, this::demander);
    }

    /** Demande un aperçu si un import a changé quelque chose depuis le dernier demandé, et que les réglages le veulent ; rend 1, sinon 0. */
    int demander() {
        Instant finie = apresUnImport == ApresUnImport.JAMAIS ? null : livraisons.derniereAppliquee();
        if (finie == null) {
            return 0;
        }
        Instant vuDepuis = finie.plus(VALIDATION);
        boolean vu = rapprochements
                .dernier()
                .map(Rapprochement::demandeLe)
                .filter(vuDepuis::isBefore)
                .isPresent();
        // Celui qui se fait encore est rendu tel quel : la minute suivante redemandera.
        return !vu && rapprochements.demanderApresUnImport().demandeLe().isAfter(vuDepuis) ? 1 : 0;
    }
}
