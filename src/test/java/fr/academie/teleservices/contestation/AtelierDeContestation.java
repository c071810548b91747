package fr.academie.teleservices.contestation;

import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import java.time.Clock;

/** Assemble les réponses aux reponses, dont les traces sont propres à la pièce. */
public final class AtelierDeContestation {

    private AtelierDeContestation() {}

    public static ReponseService contestations(
            CompteService comptes,
            ScolariteService scolarite,
            AgentService agents,
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            HeureDeLAcademie heure,
            Transactions transactions,
            Clock horloge) {
        return new ReponseService(
                comptes,
                scolarite,
                agents,
                courriels,
                new TracesDeReponse(journal, bureau, evenements, courriels, heure, scolarite),
                transactions,
                horloge);
    }
}
