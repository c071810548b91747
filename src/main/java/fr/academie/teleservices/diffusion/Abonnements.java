package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.Evenement.InstantaneARelire;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les services abonnés que disent les réglages, portés en base au démarrage : c'est là qu'un événement trouve à qui il se remettra.
 *
 * <p>Qui s'abonne reçoit d'abord un instantané à relire : il ne sait rien de ce qui précède. Qui se retire perd ce qui l'attendait.
 */
@Singleton
public final class Abonnements {

    private static final Logger LOG = LoggerFactory.getLogger(Abonnements.class);

    private static final int LOT = 2000;

    private final List<Abonne> abonnes;
    private final EvenementService evenements;
    private final RemiseMapper remises;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public Abonnements(Reglages reglages, EvenementService evenements, Transactions transactions, Clock horloge) {
        this.abonnes = reglages.diffusion().abonnes();
        this.evenements = evenements;
        this.remises = transactions.mapper(RemiseMapper.class);
        this.transactions = transactions;
        this.horloge = horloge;
        abonnes.forEach(Abonnements::verifier);
    }

    /** Ceux des réglages. */
    public List<Abonne> abonnes() {
        return abonnes;
    }

    /** Porte les réglages en base. À appeler au démarrage, le schéma étant à jour. */
    public void inscrire() {
        List<String> retires = transactions.executer(this::accorder);
        for (String retire : retires) {
            int abandonnees = abandonner(retire);
            LOG.warn(
                    "Abonné retiré des réglages : {}. {} remises qui l'attendaient sont abandonnées.",
                    retire,
                    abandonnees);
        }
    }

    private List<String> accorder() {
        Instant maintenant = horloge.instant();
        Set<String> inscrits = new TreeSet<>(remises.inscrits());
        for (Abonne abonne : abonnes) {
            if (inscrits.remove(abonne.nom())) {
                accorderLesTypes(abonne, maintenant);
            } else if (remises.inscrire(abonne.nom(), maintenant) > 0) {
                remises.abonner(abonne.nom(), types(abonne));
                relire(abonne.nom(), maintenant);
            }
        }
        inscrits.forEach(remises::retirer);
        return List.copyOf(inscrits);
    }

    private void accorderLesTypes(Abonne abonne, Instant maintenant) {
        Set<String> voulus = types(abonne);
        Set<String> connus = Set.copyOf(remises.typesDe(abonne.nom()));
        if (!connus.equals(voulus)) {
            remises.desabonner(abonne.nom());
            remises.abonner(abonne.nom(), voulus);
            if (!connus.containsAll(voulus)) {
                relire(abonne.nom(), maintenant);
            }
        }
    }

    private int abandonner(String abonne) {
        int total = 0;
        int abandonnees;
        do {
            abandonnees = transactions.executer(() -> remises.abandonner(abonne, LOT));
            total += abandonnees;
        } while (abandonnees == LOT);
        return total;
    }

    private void relire(String abonne, Instant maintenant) {
        evenements.deposer(new InstantaneARelire(maintenant, abonne));
    }

    /** Un instantané à relire va à tous, quels que soient les types qu'ils demandent. */
    private static Set<String> types(Abonne abonne) {
        Set<String> types = new TreeSet<>(abonne.types().isEmpty() ? Evenement.TYPES : abonne.types());
        types.add(InstantaneARelire.TYPE);
        return types;
    }

    private static void verifier(Abonne abonne) {
        Set<String> inconnus = new TreeSet<>(abonne.types());
        inconnus.removeAll(Evenement.TYPES);
        if (!inconnus.isEmpty()) {
            throw new ErreurDeConfiguration(
                    "Le réglage « diffusion." + abonne.nom() + ".types » nomme « " + String.join(" », « ", inconnus)
                            + " » : des types parmi " + String.join(", ", new TreeSet<>(Evenement.TYPES))
                            + " sont attendus.");
        }
    }
}
