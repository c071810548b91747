package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.evenement.Evenement.InstantaneARelire;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remet à chaque abonné les événements qui l'attendent, au moins une fois, dans l'ordre pour chaque compte.
 *
 * <p>La tête d'une file est verrouillée le temps de l'envoi ({@code SKIP LOCKED} : un autre serveur passe à la suivante) et marquée dans
 * la même transaction. Tué entre l'envoi et la marque, un serveur rend le verrou : elle repart. Ce qui suit dans la file attend que la tête
 * soit remise, fût-elle mise de côté : jamais un compte dans le désordre. Chaque abonné a sa tâche, qu'un lent ou un muet ne ralentit que
 * pour lui.
 */
@Singleton
public final class RemiseDesEvenements implements Mesurable {

    /** Ce qui est remis se garde pour répondre à un abonné qui dit n'avoir rien reçu. */
    public static final Duration CONSERVATION = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(RemiseDesEvenements.class);
    private static final Duration CADENCE = Duration.ofSeconds(2);
    private static final Duration PASSAGE_MAXIMAL = Duration.ofSeconds(30);
    private static final int LOT = 100;
    private static final int LOT_EFFACE = 2000;

    private final Abonnements abonnements;
    private final EvenementService evenements;
    private final RemiseMapper remises;
    private final Transactions transactions;
    private final EnveloppeCloudEvents enveloppe;
    private final Clock horloge;
    private final Function<Abonne, Facteur> facteurs;
    private final Map<String, Facteur> parAbonne = new ConcurrentHashMap<>();

    @Inject
    public RemiseDesEvenements(
            Abonnements abonnements,
            EvenementService evenements,
            Transactions transactions,
            Reglages reglages,
            Clock horloge) {
        this(abonnements, evenements, transactions, reglages, horloge, Facteur::new);
    }

    RemiseDesEvenements(
            Abonnements abonnements,
            EvenementService evenements,
            Transactions transactions,
            Reglages reglages,
            Clock horloge,
            Function<Abonne, Facteur> facteurs) {
        this.abonnements = abonnements;
        this.evenements = evenements;
        this.remises = transactions.mapper(RemiseMapper.class);
        this.transactions = transactions;
        this.enveloppe = new EnveloppeCloudEvents(reglages.adresses().get(0));
        this.horloge = horloge;
        this.facteurs = facteurs;
    }

    /** Une tâche par abonné. */
    public List<TacheReguliere> taches() {
        return abonnements.abonnes().stream()
                .map(abonne -> new TacheReguliere("diffusion-" + abonne.nom(), CADENCE, true, () -> remettre(abonne)))
                .toList();
    }

    /** Ferme les liaisons ouvertes chez les abonnés ; une fois les tâches arrêtées. */
    public void arreter() {
        parAbonne.values().forEach(facteur -> {
            try {
                facteur.close();
            } catch (IOException e) {
                LOG.debug("Une liaison s'est mal fermée ; tout ce qui est remis est marqué.", e);
            }
        });
        parAbonne.clear();
    }

    /**
     * {@code remisesEnAttente}, {@code remisesParquees}, et {@code retardDeDiffusion} : l'âge, en secondes, du plus ancien événement qui
     * attend.
     */
    @Override
    public List<Mesure> mesures() {
        return List.of(
                new Mesure("remisesEnAttente", remises::enAttente),
                new Mesure("remisesParquees", remises::parquees),
                new Mesure("retardDeDiffusion", () -> Mesure.secondesDepuis(remises.plusAncienne(), horloge)));
    }

    /** Efface ce qui a été remis avant {@code avant} ; rend combien. */
    public int purger(Instant avant) {
        return parLots(() -> remises.purgerLesRemises(avant, LOT_EFFACE));
    }

    /** Efface ce qui n'a pas pu être remis d'événements antérieurs à {@code avant} : qui les attendait relit un instantané. */
    public int purgerLesAbandonnees(Instant avant) {
        transactions.executer(() -> remises.enSouffrance(avant)
                .forEach(abonne -> evenements.deposer(new InstantaneARelire(horloge.instant(), abonne))));
        return parLots(() -> remises.purgerLesAutres(avant, LOT_EFFACE));
    }

    private int parLots(IntSupplier lot) {
        int total = 0;
        int effacees;
        do {
            effacees = transactions.executer(lot::getAsInt);
            total += effacees;
        } while (effacees == LOT_EFFACE);
        return total;
    }

    /** Remet ce qui est dû à cet abonné ; rend combien l'a été. */
    int remettre(Abonne abonne) {
        Instant fin = horloge.instant().plus(PASSAGE_MAXIMAL);
        int total = 0;
        int remis;
        do {
            remis = 0;
            for (long tete : tetes(abonne)) {
                if (horloge.instant().isAfter(fin)) {
                    return total;
                }
                Issue issue = transactions.executer(() -> remettre(abonne, tete));
                if (issue == Issue.REPOS) {
                    return total;
                }
                remis += issue == Issue.REMIS ? 1 : 0;
            }
            total += remis;
        } while (remis > 0);
        return total;
    }

    private enum Issue {
        REMIS,
        REPORTE,
        /** Un autre serveur la tient. */
        PRISE,
        /** Rien d'autre ne passerait chez cet abonné. */
        REPOS
    }

    private List<Long> tetes(Abonne abonne) {
        Instant maintenant = horloge.instant();
        return transactions.executer(() -> {
            Instant repos = remises.reposJusquA(abonne.nom());
            return repos != null && repos.isAfter(maintenant)
                    ? List.<Long>of()
                    : remises.tetes(abonne.nom(), maintenant, LOT);
        });
    }

    private Issue remettre(Abonne abonne, long tete) {
        Remise remise = remises.prendre(abonne.nom(), tete, horloge.instant());
        // Le verrou d'abord : une fois tenu, aucun autre ne remet cette file.
        if (remise == null || remises.precedee(abonne.nom(), remise.file(), tete)) {
            return Issue.PRISE;
        }
        EnveloppeCloudEvents.Envoi envoi = enveloppe.envoi(remise, abonne, horloge.instant());
        Reponse reponse = parAbonne
                .computeIfAbsent(abonne.nom(), nom -> facteurs.apply(abonne))
                .porter(envoi.entetes(), envoi.corps());
        Instant maintenant = horloge.instant();
        if (reponse.faute() == null) {
            remises.marquerRemise(abonne.nom(), tete, maintenant);
            remises.reveiller(abonne.nom());
            return Issue.REMIS;
        }
        return manquer(abonne, remise, reponse, reponse.faute(), maintenant);
    }

    private Issue manquer(Abonne abonne, Remise remise, Reponse reponse, FauteDeRemise faute, Instant maintenant) {
        Duration demandee = Attentes.demandee(reponse.attente(), maintenant);
        int essais = remise.essais() + (faute.compte() ? 1 : 0);
        Duration attente = demandee;
        if (faute.deLAbonne()) {
            int echecs = remises.echecs(abonne.nom()) + 1;
            attente = Attentes.laPlusLongue(attente, Attentes.apresLEchec(echecs));
            remises.reposer(abonne.nom(), echecs, maintenant.plus(attente), faute);
        }
        if (essais >= Attentes.ESSAIS) {
            remises.parquer(abonne.nom(), remise.evenementId(), essais, reponse);
        } else {
            Duration sienne = faute.compte() ? Attentes.laPlusLongue(attente, Attentes.apresLEssai(essais)) : attente;
            remises.reporter(abonne.nom(), remise.evenementId(), essais, maintenant.plus(sienne), reponse);
        }
        LOG.warn(
                "Événement {} non remis à {} ({}, statut {}, essai {}).{}",
                remise.evenementId(),
                abonne.nom(),
                faute,
                reponse.statut(),
                essais,
                essais >= Attentes.ESSAIS ? " Mis de côté : il attend qu'on le remette." : "");
        return faute.deLAbonne() ? Issue.REPOS : Issue.REPORTE;
    }
}
