package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.LettreEnJson;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.etablissement.Travail.Genre;
import fr.academie.teleservices.etablissement.Travail.Issue;
import fr.academie.teleservices.etablissement.TravailMapper.LigneTravail;
import fr.academie.teleservices.etablissement.TravailMapper.Personne;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.IssueInconnueException;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Scelle;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fait les travaux en nombre : une personne par transaction, avec son issue et sa lettre. Un serveur tué laisse le travail à un autre, qui
 * reprend après la dernière personne servie. Un serveur n'en fait qu'un à la fois : les connexions gardent l'essentiel des calculs
 * d'empreintes.
 */
@Singleton
public final class ExecutionDesTravaux {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionDesTravaux.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TravailMapper travaux;
    private final Transactions transactions;
    private final CourrierService courriers;
    private final CreationService creations;
    private final AgentService agents;
    private final Clock horloge;
    private final Semaphore tour = new Semaphore(1);

    @Inject
    public ExecutionDesTravaux(
            Transactions transactions,
            CourrierService courriers,
            CreationService creations,
            AgentService agents,
            Clock horloge) {
        this.travaux = transactions.mapper(TravailMapper.class);
        this.transactions = transactions;
        this.courriers = courriers;
        this.creations = creations;
        this.agents = agents;
        this.horloge = horloge;
    }

    /** La tâche qui fait un travail ; son identifiant est le jeton du travail. */
    public TacheDeposee tache() {
        return new TacheDeposee(TravauxDuBureau.TACHE, (jeton, arret) -> aSonTour(UUID.fromString(jeton), arret));
    }

    private @Nullable Instant aSonTour(UUID jeton, BooleanSupplier arret) {
        if (!tour.tryAcquire()) {
            return horloge.instant().plus(PATIENCE);
        }
        try {
            LigneTravail travail = travaux.parJeton(jeton);
            return travail == null || travail.finiLe() != null ? null : poursuivre(travail, arret);
        } finally {
            tour.release();
        }
    }

    private @Nullable Instant poursuivre(LigneTravail travail, BooleanSupplier arret) {
        Personne personne = travaux.suivante(travail.jeton());
        while (personne != null) {
            if (arret.getAsBoolean()) {
                return horloge.instant();
            }
            Agent agent = agents.relire(demandeur(travail))
                    .filter(lu -> lu.agitPour(travail.uai()))
                    .orElse(null);
            if (agent == null) {
                finir(travail, true);
                return null;
            }
            servirSansFaillir(travail, agent, personne, arret);
            personne = travaux.suivante(travail.jeton());
        }
        finir(travail, false);
        return null;
    }

    /** Les droits se relisent à chaque personne : de l'agent, seul compte qu'il a demandé ce travail quand il y avait droit. */
    private static Agent demandeur(LigneTravail travail) {
        return new Agent(
                travail.agent(),
                Profil.ETABLISSEMENT,
                travail.agentNom(),
                travail.agentPrenom(),
                null,
                new Habilitations(Set.of(travail.uai()), Set.of()),
                travail.sessionId(),
                travail.adresse(),
                // La preuve fraîche a été exigée au dépôt du travail.
                true);
    }

    private void servirSansFaillir(LigneTravail travail, Agent agent, Personne personne, BooleanSupplier arret) {
        try {
            transactions.executer(() -> servir(travail, agent, personne));
        } catch (IssueInconnueException e) {
            LOG.info("La validation d'un acte du bureau est restée sans réponse ; sa marque dira s'il est fait.", e);
        } catch (RuntimeException e) {
            if (arret.getAsBoolean()) {
                throw e;
            }
            LOG.warn("Un acte du bureau n'a pas pu se faire.", e);
            transactions.executer(() -> travaux.noter(travail.jeton(), personne.rang(), Issue.ECHEC, null));
        }
    }

    private void servir(LigneTravail travail, Agent agent, Personne personne) {
        if (travaux.verrouiller(travail.jeton(), personne.rang()) == null) {
            return;
        }
        String lettre = null;
        Issue issue;
        if (travail.genre() == Genre.COURRIERS) {
            lettre = imprimer(travail, agent, personne)
                    .map(faite -> sceller(travail, personne, faite))
                    .orElse(null);
            issue = lettre == null ? Issue.SANS_OBJET : Issue.FAIT;
        } else {
            issue = creer(agent, personne.cibleId());
        }
        travaux.noter(travail.jeton(), personne.rang(), issue, lettre);
        travaux.avancer(travail.jeton(), horloge.instant());
    }

    private Optional<Lettre> imprimer(LigneTravail travail, Agent agent, Personne personne) {
        Set<MotifCourrier> permis = travail.refaire()
                ? EnumSet.of(MotifCourrier.PREMIER, MotifCourrier.REIMPRESSION)
                : EnumSet.of(MotifCourrier.PREMIER);
        try {
            return Optional.of(courriers.faire(agent, personne.cibleId(), travail.uai(), permis, personne.version()));
        } catch (CourrierRefuse e) {
            LOG.debug("Courrier non fait : {}", e.code());
            return Optional.empty();
        }
    }

    private static String sceller(LigneTravail travail, Personne personne, Lettre lettre) {
        return Scelle.sceller(
                Objects.requireNonNull(travail.cle()),
                LettreEnJson.ecrire(lettre),
                TravauxDuBureau.contexte(travail.jeton(), personne.rang()));
    }

    private Issue creer(Agent agent, long attenduId) {
        Attendu attendu = creations.attendu(agent, attenduId).orElse(null);
        if (attendu == null) {
            return Issue.SANS_OBJET;
        }
        if (attendu.compteId() != null || !creations.voisins(attendu).isEmpty()) {
            return Issue.A_VOIR;
        }
        return creations.creer(agent, attenduId).isPresent() ? Issue.FAIT : Issue.SANS_OBJET;
    }

    private void finir(LigneTravail travail, boolean arrete) {
        transactions.executer(() -> {
            travaux.finir(travail.jeton(), horloge.instant(), arrete);
            if (arrete) {
                travaux.effacerLesLettres(travail.jeton());
            }
        });
    }
}
