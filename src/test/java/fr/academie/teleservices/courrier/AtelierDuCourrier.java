package fr.academie.teleservices.courrier;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import java.time.Clock;

/** Assemble ce qui est propre à la pièce. */
public final class AtelierDuCourrier {

    private AtelierDuCourrier() {}

    public static ActeOpposable opposition(
            CompteService comptes,
            ScolariteService scolarite,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EnvoiDeCourriels courriels,
            Clock horloge) {
        return new OppositionAuCourrier(comptes, scolarite, sessions, avis, journal, courriels, horloge);
    }
}
