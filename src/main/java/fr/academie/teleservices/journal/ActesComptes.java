package fr.academie.teleservices.journal;

import fr.academie.teleservices.socle.mesure.Comptable;
import fr.academie.teleservices.socle.mesure.Compteur;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ce que le journal rapporte depuis que ce serveur est en marche, compté par acte : {@code actes} (regroupements, activations, courriers…)
 * et {@code refus} (d'un regroupement, par code). Le journal est lu plutôt que chaque service compté : une transaction annulée n'y est
 * pas, et tous les serveurs disent la même chose.
 */
@Singleton
public final class ActesComptes implements Comptable {

    /** Un numéro se prend avant la validation : plus longtemps que la plus longue des transactions d'une page, rien ne manque en dessous. */
    private static final Duration RECUL = Duration.ofSeconds(15);

    private final JournalMapper journal;
    private final Clock horloge;
    private final Map<ActionJournal, Long> actes = new LinkedHashMap<>();
    private final Map<String, Long> refus = new TreeMap<>();
    private long dernier = -1;

    @Inject
    public ActesComptes(Transactions transactions, Clock horloge) {
        this.journal = transactions.mapper(JournalMapper.class);
        this.horloge = horloge;
        for (ActionJournal action : ActionJournal.values()) {
            actes.put(action, 0L);
        }
    }

    /** Combien de lignes d'une action ; {@code refus} : le code d'un regroupement refusé, nul sinon. */
    record Acte(ActionJournal action, @Nullable String refus, long combien) {}

    @Override
    public synchronized List<Compteur> compteurs() {
        long jusquA = journal.dernierAvant(horloge.instant().minus(RECUL));
        if (dernier < 0) {
            dernier = jusquA;
        }
        if (jusquA > dernier) {
            for (Acte acte : journal.compterParActe(dernier, jusquA)) {
                actes.merge(acte.action(), acte.combien(), Long::sum);
                if (acte.action() == ActionJournal.REGROUPEMENT_REFUSE && acte.refus() != null) {
                    refus.merge(acte.refus(), acte.combien(), Long::sum);
                }
            }
            dernier = jusquA;
        }
        List<Compteur> comptes = new ArrayList<>();
        actes.forEach((acte, combien) -> comptes.add(new Compteur("actes", "acte", acte.name(), combien)));
        refus.forEach((code, combien) -> comptes.add(new Compteur("refus", "code", code, combien)));
        return comptes;
    }
}
