package fr.academie.teleservices.socle.tache;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Le travail de fond de tous les serveurs, par la table {@code tache} et db-scheduler.
 *
 * <p>Une tâche due est prise par un seul serveur, qui bat en base tant qu'il la fait ; une minute sans battement, et un autre la reprend.
 * Au repos, un serveur lit la table une fois par seconde. Une tâche qu'il ne connaît pas (une version voisine l'a déposée) attend que
 * l'autre la prenne.
 */
@Singleton
public final class Planificateur implements Mesurable {

    static final Duration BATTEMENT = Duration.ofSeconds(10);
    static final int BATTEMENTS_MANQUES = 6;

    private static final String TABLE = "tache";
    private static final Duration SONDAGE = Duration.ofSeconds(1);
    /** Attendu une fois, puis une fois encore après interruption : l'arrêt de Tomcat n'attend pas un serveur SMTP muet. */
    private static final Duration ARRET = Duration.ofSeconds(4);

    private static final Duration RETARD = Duration.ofMinutes(1);
    private static final int FILS = 4;
    private static final Duration PREMIERE_REPRISE = Duration.ofSeconds(5);
    private static final int DOUBLEMENTS_MAXIMAUX = 6;

    private final DataSource source;
    private final Transactions transactions;
    private final TacheMapper taches;
    private final Clock horloge;
    private final Passages passages;
    private @Nullable Scheduler planificateur;

    @Inject
    public Planificateur(DataSource source, Transactions transactions, Clock horloge) {
        this.source = source;
        this.transactions = transactions;
        this.taches = transactions.mapper(TacheMapper.class);
        this.horloge = horloge;
        this.passages = new Passages(taches, transactions, horloge);
    }

    /** Commence à faire ces tâches. À appeler une fois, le schéma étant à jour. */
    public synchronized void demarrer(List<TacheReguliere> regulieres, List<TacheDeposee> deposees) {
        int fils = FILS
                + (int) regulieres.stream()
                        .filter(TacheReguliere::attendUnTiers)
                        .count();
        Scheduler nouveau = Scheduler.create(
                        source, deposees.stream().<Task<?>>map(this::deposee).toList())
                .startTasks(regulieres.stream().map(this::reguliere).toList())
                .tableName(TABLE)
                .jdbcCustomization(new MariaDBJdbcCustomization(true))
                .serializer(new SansDonnees())
                .clock(horloge::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .commitWhenAutocommitDisabled(true)
                .pollingInterval(SONDAGE)
                .heartbeatInterval(BATTEMENT)
                .missedHeartbeatsLimit(BATTEMENTS_MANQUES)
                .shutdownMaxWait(ARRET)
                .threads(fils)
                .executorService(Fils.plusieurs("taches", fils))
                .dueExecutor(Fils.un("taches-dues"))
                .housekeeperExecutor(Fils.programmes("taches-battements"))
                .build();
        try {
            nouveau.start();
        } catch (RuntimeException e) {
            nouveau.stop();
            throw e;
        }
        planificateur = nouveau;
    }

    /** Arrête de prendre des tâches et laisse quelques secondes à celles qui courent ; sans effet si rien n'a démarré. */
    public synchronized void arreter() {
        if (planificateur != null) {
            planificateur.stop();
            planificateur = null;
        }
    }

    /** Ne prend plus de tâche, ou en reprend : un serveur dont l'heure est fausse effacerait trop tôt ce que les autres gardent. */
    public synchronized void suspendre(boolean oui) {
        if (planificateur != null && oui) {
            planificateur.pause();
        } else if (planificateur != null) {
            planificateur.resume();
        }
    }

    /** Dépose une tâche, due aussitôt, dans la transaction de l'appelant s'il y en a une. */
    public void deposer(String nom, String id) {
        transactions.executer(() -> taches.deposer(nom, id, null, horloge.instant()));
    }

    /**
     * Dépose une tâche et ce qu'elle doit savoir, due aussitôt, dans la transaction de l'appelant s'il y en a une.
     *
     * @param maximum borne des tâches de ce nom qui attendent
     * @return faux si cette borne est atteinte : rien n'est déposé
     */
    public boolean deposer(String nom, JsonObject donnees, int maximum) {
        return transactions.executer(() ->
                taches.deposerSiPlace(nom, UUID.randomUUID().toString(), donnees.toString(), horloge.instant(), maximum)
                        > 0);
    }

    /** Rend dues à l'instant des tâches régulières qui attendent leur heure : un serveur en marche les fait. Rend leur nombre. */
    public int avancer(Collection<String> noms) {
        return transactions.executer(() -> taches.avancer(noms, horloge.instant()));
    }

    /** Ce que la tâche doit savoir ; vide si elle a déjà été faite. */
    public Optional<JsonObject> lire(String nom, String id) {
        return Optional.ofNullable(taches.lire(nom, id)).map(FabriqueJson::lireObjet);
    }

    /**
     * Efface ce que la tâche devait savoir, dans la transaction de l'appelant : ce qu'elle écrit se fait une fois, même si le serveur est
     * tué juste après.
     *
     * @return faux si la tâche a déjà été faite
     */
    public boolean consommer(String nom, String id) {
        return transactions.executer(() -> taches.consommer(nom, id) > 0);
    }

    /** Regarde maintenant ce qui est dû, sans attendre le prochain sondage : après la validation d'un dépôt que quelqu'un attend. */
    public synchronized void eveiller() {
        if (planificateur != null) {
            planificateur.triggerCheckForDueExecutions();
        }
    }

    /** {@code tachesEnRetard} : celles que personne n'a prises une minute après leur heure. */
    @Override
    public List<Mesure> mesures() {
        return List.of(new Mesure(
                "tachesEnRetard", () -> taches.enRetard(horloge.instant().minus(RETARD))));
    }

    /** Le dernier passage de chaque tâche régulière, sur quelque serveur que ce soit, par nom. */
    public List<Passage> passages() {
        return taches.passages();
    }

    private RecurringTask<Void> reguliere(TacheReguliere tache) {
        FixedDelay cadence = FixedDelay.of(tache.cadence());
        return Tasks.recurring(tache.nom(), cadence)
                .onFailure(new FailureHandler.OnFailureReschedule<>(cadence))
                .onDeadExecution(reprise())
                .execute((instance, contexte) -> passages.noter(tache));
    }

    private Task<Void> deposee(TacheDeposee tache) {
        return Tasks.custom(tache.nom(), Void.class)
                .onFailure((ratee, operations) -> operations.reschedule(
                        ratee, horloge.instant().plus(attente(ratee.getExecution().consecutiveFailures))))
                .onDeadExecution(reprise())
                .execute((instance, contexte) -> {
                    Instant suite = tache.travail()
                            .faire(
                                    instance.getId(),
                                    () -> contexte.getSchedulerState().isShuttingDown());
                    return suite == null
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (faite, operations) -> operations.reschedule(faite, suite);
                });
    }

    /** Le serveur qui la faisait ne bat plus : elle est due aussitôt. */
    private DeadExecutionHandler<Void> reprise() {
        return (morte, operations) -> operations.reschedule(morte, horloge.instant());
    }

    /** 5 secondes, puis 10, 20… jusqu'à un peu plus de 5 minutes. */
    private static Duration attente(int echecs) {
        return PREMIERE_REPRISE.multipliedBy(1L << Math.min(echecs, DOUBLEMENTS_MAXIMAUX));
    }
}
