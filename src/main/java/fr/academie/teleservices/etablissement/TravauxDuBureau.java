package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.etablissement.Travail.Genre;
import fr.academie.teleservices.etablissement.Travail.Issue;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les travaux en nombre du bureau : comptes d'une classe, courriers d'un établissement. Un fil les fait l'un après l'autre, une
 * personne par transaction, et laisse ainsi aux connexions l'essentiel des calculs d'empreintes.
 *
 * <p>Les mots de passe des lettres faites n'existent que dans la mémoire de ce serveur, jusqu'à leur impression ou pendant
 * {@value #GARDE_MINUTES} minutes : un redémarrage les perd, et les courriers sont à refaire.
 */
@Singleton
public final class TravauxDuBureau {

    static final int GARDE_MINUTES = 30;

    private static final Logger LOG = LoggerFactory.getLogger(TravauxDuBureau.class);

    private final CourrierService courriers;
    private final CreationService creations;
    private final AgentService agents;
    private final Clock horloge;
    private final Map<String, Travail> travaux = new ConcurrentHashMap<>();
    private final ScheduledExecutorService fil;

    @Inject
    public TravauxDuBureau(CourrierService courriers, CreationService creations, AgentService agents, Clock horloge) {
        this.courriers = courriers;
        this.creations = creations;
        this.agents = agents;
        this.horloge = horloge;
        this.fil = Executors.newScheduledThreadPool(1, tache -> {
            Thread fil = new Thread(tache, "bureau");
            fil.setDaemon(true);
            return fil;
        });
        Future<?> menage = fil.scheduleWithFixedDelay(this::oublierLesPerimes, 1, 1, TimeUnit.MINUTES);
        LOG.debug("Ménage des travaux du bureau programmé : {}", menage);
    }

    @PreDestroy
    void arreter() {
        fil.shutdownNow();
    }

    /**
     * Lance les courriers de ces comptes pour cet établissement.
     *
     * @param permis les motifs que l'agent a demandés
     */
    public Travail imprimer(Agent agent, String uai, List<CompteAEcrire> comptes, Set<MotifCourrier> permis) {
        Travail travail = new Travail(agent, Genre.COURRIERS, uai, comptes.size());
        return lancer(travail, comptes, (relu, compte) -> imprimer(travail, relu, compte, permis));
    }

    /** Lance la création des comptes de ces personnes, sauf de celles qui en ont peut-être déjà un. */
    public Travail creer(Agent agent, String uai, List<Attendu> personnes) {
        Travail travail = new Travail(agent, Genre.COMPTES, uai, personnes.size());
        return lancer(travail, personnes, (relu, personne) -> creer(travail, relu, personne.id()));
    }

    /** Le travail de ce jeton, s'il est de cet agent et que ses droits valent encore. */
    public Optional<Travail> trouver(Agent agent, String jeton) {
        return Optional.ofNullable(travaux.get(jeton)).filter(travail -> travail.estDe(agent));
    }

    /** Envoie les lettres d'un travail, une fois. */
    @FunctionalInterface
    public interface Envoi<E extends Exception> {
        void envoyer(List<Lettre> lettres) throws E;
    }

    /**
     * Donne les lettres à {@code envoi}, et les oublie s'il arrive au bout ; sinon elles restent à emporter.
     *
     * @return faux s'il n'y a rien à emporter
     */
    public <E extends Exception> boolean emporter(Travail travail, Envoi<E> envoi) throws E {
        List<Lettre> lettres = travail.emporter();
        if (lettres.isEmpty()) {
            return false;
        }
        boolean envoyees = false;
        try {
            envoi.envoyer(lettres);
            envoyees = true;
        } finally {
            if (!envoyees) {
                travail.remettre(lettres);
            }
        }
        return true;
    }

    private <T> Travail lancer(Travail travail, List<T> personnes, BiFunction<Agent, T, Issue> acte) {
        travaux.put(travail.jeton(), travail);
        fil.execute(() -> {
            try {
                Iterator<T> suivantes = personnes.iterator();
                while (!travail.arrete() && !fil.isShutdown() && suivantes.hasNext()) {
                    T personne = suivantes.next();
                    faire(travail, agent -> acte.apply(agent, personne));
                }
            } finally {
                travail.finir(horloge.instant());
            }
        });
        return travail;
    }

    /** Un acte, avec les droits de l'agent à cet instant ; s'il ne peut plus agir pour cet établissement, le travail s'arrête là. */
    private void faire(Travail travail, Function<Agent, Issue> acte) {
        try {
            Agent agent = agents.relire(travail.agent())
                    .filter(lu -> lu.agitPour(travail.uai()))
                    .orElse(null);
            if (agent == null) {
                travail.arreter();
            } else {
                travail.noter(acte.apply(agent));
            }
        } catch (ServiceSature e) {
            LOG.info("Un acte du bureau attendra : le serveur est trop chargé.", e);
            travail.noter(Issue.ECHEC);
        } catch (RuntimeException e) {
            LOG.warn("Un acte du bureau n'a pas pu se faire.", e);
            travail.noter(Issue.ECHEC);
        }
    }

    private Issue imprimer(Travail travail, Agent agent, CompteAEcrire compte, Set<MotifCourrier> permis) {
        try {
            Integer versionVue = compte.dejaImprime() ? compte.version() : null;
            travail.ajouter(courriers.faire(agent, compte.id(), travail.uai(), permis, versionVue));
            return Issue.FAIT;
        } catch (CourrierRefuse e) {
            LOG.debug("Courrier non fait : {}", e.code());
            return Issue.SANS_OBJET;
        }
    }

    private Issue creer(Travail travail, Agent agent, long attenduId) {
        Attendu attendu = creations.attendu(agent, attenduId).orElse(null);
        if (attendu == null) {
            return Issue.SANS_OBJET;
        }
        if (!creations.voisins(attendu).isEmpty()) {
            return Issue.A_VOIR;
        }
        Optional<Long> cree = creations.creer(agent, attenduId);
        cree.ifPresent(travail::ajouterCompte);
        return cree.isPresent() ? Issue.FAIT : Issue.SANS_OBJET;
    }

    void oublierLesPerimes() {
        var avant = horloge.instant().minus(Duration.ofMinutes(GARDE_MINUTES));
        travaux.values().removeIf(travail -> {
            boolean perime = travail.perime(avant);
            if (perime) {
                travail.effacer();
            }
            return perime;
        });
    }
}
