package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.PlafondDeCourriels;
import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.sms.EnvoiDeSms;
import java.time.Clock;

/** Les services de PROFIL, assemblés comme CDI le fait. */
public record AtelierDuProfil(
        MailService mails, ActeOpposable opposition, TelephoneService telephones, CoordonneesReprises reprises) {

    public static AtelierDuProfil assembler(
            CompteService comptes,
            MotDePasseService motsDePasse,
            HachageService hachage,
            LimiteurDEssais limiteur,
            PlafondDeCourriels plafond,
            PlafondDeSms plafondDeSms,
            Telephones portables,
            EnvoiDeSms sms,
            SessionService sessions,
            AvisAuTitulaire avis,
            EnvoiDeCourriels envoi,
            JournalService journal,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        CourrielsDuProfil courriels = new CourrielsDuProfil(envoi);
        TracesDuProfil traces = new TracesDuProfil(journal, evenements, horloge);
        OppositionAuMail opposition =
                new OppositionAuMail(comptes, motsDePasse, sessions, avis, courriels, traces, transactions);
        TracesDuTelephone tracesDuTelephone = new TracesDuTelephone(portables, traces, courriels, avis);
        return new AtelierDuProfil(
                new MailService(
                        comptes, hachage, limiteur, plafond, opposition, courriels, traces, transactions, horloge),
                opposition,
                new TelephoneService(
                        comptes,
                        portables,
                        hachage,
                        limiteur,
                        plafondDeSms,
                        sms,
                        tracesDuTelephone,
                        transactions,
                        horloge),
                new CoordonneesReprises(comptes, avis, opposition, traces, tracesDuTelephone, transactions, horloge));
    }
}
