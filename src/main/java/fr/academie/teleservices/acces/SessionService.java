package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Empreinte;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Les sessions ouvertes, en base : une déconnexion unique reçue par un serveur vaut pour tous, et survit à un redémarrage.
 *
 * <p>Le ticket CAS, qui désigne la session dans la demande de déconnexion, n'y figure que par son empreinte.
 */
@Singleton
public final class SessionService {

    private final Transactions transactions;
    private final SessionMapper sessions;
    private final JournalService journal;
    private final Clock horloge;

    @Inject
    public SessionService(Transactions transactions, JournalService journal, Clock horloge) {
        this.transactions = transactions;
        this.sessions = transactions.mapper(SessionMapper.class);
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Enregistre la session d'un responsable et sa ligne de journal. */
    public SessionUtilisateur ouvrir(String ticket, Compte compte, String adresse) {
        Instant le = horloge.instant();
        return transactions.executer(() -> {
            var ligne = new SessionMapper.SessionAOuvrir(
                    Empreinte.sha256(ticket), compte.identifiant(), Profil.RESPONSABLE, le);
            sessions.ouvrir(ligne);
            journal.ajouter(new LigneJournal(
                    le, ActionJournal.CONNEXION, compte.id(), Auteur.titulaire(compte.identifiant(), adresse), "{}"));
            return new SessionUtilisateur(ligne.id, compte.identifiant(), Profil.RESPONSABLE, null);
        });
    }

    /** Enregistre la session d'un agent. */
    public SessionUtilisateur ouvrir(String ticket, AgentService.AgentReconnu agent) {
        Instant le = horloge.instant();
        return transactions.executer(() -> {
            var ligne =
                    new SessionMapper.SessionAOuvrir(Empreinte.sha256(ticket), agent.identifiant(), agent.profil(), le);
            sessions.ouvrir(ligne);
            return new SessionUtilisateur(ligne.id, agent.identifiant(), agent.profil(), agent.duCas());
        });
    }

    public boolean estOuverte(SessionUtilisateur session) {
        return sessions.estOuverte(session.sessionId());
    }

    /** Met fin à la session que ce ticket a ouverte ; sans effet si elle est inconnue ou déjà finie. */
    public void finirParTicket(String ticket) {
        transactions.executer(() -> sessions.finirParTicket(Empreinte.sha256(ticket), horloge.instant()));
    }

    /** Met fin à la session. */
    public void finir(SessionUtilisateur session) {
        transactions.executer(() -> sessions.finir(session.sessionId(), horloge.instant()));
    }

    /** Met fin à toutes les sessions du compte sauf une ; {@code gardee} vaut 0 pour n'en garder aucune. */
    public void finirLesAutres(Identifiant identifiant, long gardee) {
        transactions.executer(() -> sessions.finirLesAutres(identifiant.valeur(), gardee, horloge.instant()));
    }

    /** Efface les sessions ouvertes avant {@code avant}, que leur serveur a forcément oubliées ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> sessions.purger(avant));
    }
}
