package fr.academie.teleservices.agent;

import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Le journal du bureau : chaque consultation des données d'un responsable et chaque acte d'un agent. Un acte s'y écrit dans la
 * transaction de ce qu'il change.
 */
@Singleton
public final class JournalDuBureau {

    private static final int LOT = 2000;

    private final Transactions transactions;
    private final JournalBureauMapper journal;
    private final Transactions purges;
    private final JournalBureauMapper aPurger;
    private final Clock horloge;

    @Inject
    public JournalDuBureau(Transactions transactions, TransactionsDePurge purges, Clock horloge) {
        this.transactions = transactions;
        this.purges = purges.transactions();
        this.aPurger = this.purges.mapper(JournalBureauMapper.class);
        this.journal = transactions.mapper(JournalBureauMapper.class);
        this.horloge = horloge;
    }

    /** Ce que l'acte regarde ; chaque partie peut être nulle. */
    public record Cible(
            @Nullable String uai,
            @Nullable Long responsableId,
            @Nullable Long eleveId) {

        /** Rien ni personne en particulier. */
        public static final Cible AUCUNE = new Cible(null, null, null);
    }

    /** Ajoute une ligne, sans détails. */
    public void noter(Agent agent, ActionBureau action, Cible cible) {
        noter(agent, action, cible, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Ajoute une ligne, dans la transaction en cours s'il y en a une. */
    public void noter(Agent agent, ActionBureau action, Cible cible, JsonObject details) {
        noter(agent.auteur(), action, cible, details);
    }

    /** Comme {@link #noter(Agent, ActionBureau, Cible, JsonObject)}, de la part d'un auteur qui n'est pas un agent : l'exploitation. */
    public void noter(Auteur auteur, ActionBureau action, Cible cible, JsonObject details) {
        Instant le = horloge.instant();
        transactions.executer(() -> {
            journal.ajouter(new LigneBureau(
                    le, action, auteur, cible.uai(), cible.responsableId(), cible.eleveId(), details.toString()));
        });
    }

    /** Efface les lignes antérieures à {@code avant}, par lots ; rend leur nombre. */
    public int purger(Instant avant) {
        int total = 0;
        int effacees;
        do {
            effacees = purges.executer(() -> aPurger.purger(avant, LOT));
            total += effacees;
        } while (effacees == LOT);
        return total;
    }
}
