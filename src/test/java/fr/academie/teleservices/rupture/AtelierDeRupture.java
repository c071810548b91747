package fr.academie.teleservices.rupture;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.scolarite.Rattachements;
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
            AvisAuTitulaire avis,
            Transactions transactions,
            Clock horloge) {
        return new RuptureService(
                comptes,
                creations,
                scolarite,
                lignee,
                new ReglesDeRupture(comptes),
                new TracesDeRupture(scolarite, journal, bureau, evenements, courriels, avis),
                transactions,
                horloge);
    }

    public static ActeOpposable opposition(
            CompteService comptes,
            ScolariteService scolarite,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        return new OppositionALaRupture(
                comptes,
                scolarite,
                new Rattachements(comptes, transactions),
                sessions,
                avis,
                journal,
                evenements,
                courriels,
                transactions,
                horloge);
    }
}
