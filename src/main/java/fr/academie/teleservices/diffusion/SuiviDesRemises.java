package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Ce que l'académie voit de la diffusion, et ce qu'elle y fait : remettre ce qui a été mis de côté. Chaque regard et chaque acte laissent
 * leur ligne au journal du bureau.
 *
 * <p>Chaque méthode qui reçoit un agent refuse celui d'un autre profil que l'assistance : {@link IllegalArgumentException}, faute de
 * programme puisque le filtre d'accès ne l'a pas laissé venir.
 */
@Singleton
public final class SuiviDesRemises {

    /** Lignes montrées, au plus. */
    public static final int MONTREES = 100;

    /** Lignes d'un export, au plus. */
    public static final int EXPORT = 5000;

    private final RemiseMapper remises;
    private final RemisesParquees parquees;
    private final JournalDuBureau journal;
    private final Transactions transactions;

    @Inject
    public SuiviDesRemises(JournalDuBureau journal, Transactions transactions, Clock horloge) {
        this.remises = transactions.mapper(RemiseMapper.class);
        this.journal = journal;
        this.transactions = transactions;
        this.parquees = new RemisesParquees(transactions, horloge);
    }

    /** Chaque abonné, par nom. */
    public List<EtatDUnAbonne> abonnes(Agent agent) {
        exigerLAssistance(agent);
        return parquees.abonnes();
    }

    /** Les {@value #MONTREES} plus anciens événements mis de côté. */
    public List<RemiseParquee> parquees(Agent agent) {
        return lire(agent, ActionBureau.CONSULTATION, MONTREES);
    }

    /** Les {@value #EXPORT} plus anciens, pour un tableau à emporter. */
    public List<RemiseParquee> exporter(Agent agent) {
        return lire(agent, ActionBureau.EXPORT, EXPORT);
    }

    private List<RemiseParquee> lire(Agent agent, ActionBureau action, int nombre) {
        exigerLAssistance(agent);
        List<RemiseParquee> lues = remises.listerLesParquees(nombre);
        journal.noter(
                agent,
                action,
                Cible.AUCUNE,
                FabriqueJson.objet()
                        .add("liste", "REMISES")
                        .add("lignes", lues.size())
                        .build());
        return lues;
    }

    /** Remet à cet abonné, tout ce qui a été mis de côté ; rend combien d'événements. */
    public int remettre(Agent agent, String abonne) {
        exigerLAssistance(agent);
        return transactions.executer(() -> {
            int combien = parquees.remettre(abonne);
            if (combien > 0) {
                journal.noter(
                        agent,
                        ActionBureau.REMISE,
                        Cible.AUCUNE,
                        FabriqueJson.objet()
                                .add("abonne", abonne)
                                .add("lignes", combien)
                                .build());
            }
            return combien;
        });
    }

    private static void exigerLAssistance(Agent agent) {
        if (agent.profil() != Profil.ASSISTANCE) {
            throw new IllegalArgumentException("Réservé à l'assistance académique.");
        }
    }
}
