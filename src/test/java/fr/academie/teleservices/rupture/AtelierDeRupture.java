package fr.academie.teleservices.rupture;

import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;

/** Assemble la rupture, dont certains services sont propres à la pièce. */
public final class AtelierDeRupture {

    private AtelierDeRupture() {}

    public static RuptureService ruptures(
            CompteService comptes,
            CreationDeComptes creations,
            ScolariteService scolarite,
            LigneeService lignee,
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        return new RuptureService(
                comptes,
                creations,
                scolarite,
                lignee,
                new ReglesDeRupture(comptes),
                new TracesDeRupture(scolarite, journal, bureau, evenements, courriels),
                transactions,
                horloge);
    }
}
