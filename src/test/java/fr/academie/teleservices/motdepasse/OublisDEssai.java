package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.time.Clock;

/** Le service des oublis dont les demandes s'exécutent aussitôt, pour que l'essai en voie l'effet. */
public final class OublisDEssai {

    private OublisDEssai() {}

    public static OubliService sansAttente(
            CompteService comptes,
            ScolariteService scolarite,
            MotDePasseService motsDePasse,
            SessionService sessions,
            LimiteurDEssais limiteur,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        return new OubliService(
                comptes, scolarite, motsDePasse, sessions, limiteur, courriels, transactions, horloge, Runnable::run);
    }
}
