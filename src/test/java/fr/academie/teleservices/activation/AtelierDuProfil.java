package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;

/** Les services de PROFIL, assemblés comme CDI le fait. */
public record AtelierDuProfil(MailService mails, TelephoneService telephones) {

    public AtelierDuProfil(
            CompteService comptes,
            HachageService hachage,
            LimiteurDEssais limiteur,
            SessionService sessions,
            EnvoiDeCourriels courriels,
            JournalService journal,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        this(
                comptes,
                hachage,
                limiteur,
                sessions,
                courriels,
                new TracesDuProfil(journal, evenements, horloge),
                transactions,
                horloge);
    }

    private AtelierDuProfil(
            CompteService comptes,
            HachageService hachage,
            LimiteurDEssais limiteur,
            SessionService sessions,
            EnvoiDeCourriels courriels,
            TracesDuProfil traces,
            Transactions transactions,
            Clock horloge) {
        this(
                new MailService(comptes, hachage, limiteur, sessions, courriels, traces, transactions, horloge),
                new TelephoneService(comptes, traces, transactions));
    }
}
