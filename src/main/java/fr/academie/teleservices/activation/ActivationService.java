package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.contestation.ContestationService;
import fr.academie.teleservices.evenement.Evenement.CompteActive;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** L'activation d'un compte CREE : un mot de passe choisi remplace celui du courrier. Source : DOMAIN §4. */
@Singleton
public final class ActivationService {

    private final CompteService comptes;
    private final PorteeService portees;
    private final MotDePasseService motsDePasse;
    private final ContestationService contestations;
    private final SessionService sessions;
    private final JournalService journal;
    private final EvenementService evenements;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public ActivationService(
            CompteService comptes,
            PorteeService portees,
            MotDePasseService motsDePasse,
            ContestationService contestations,
            SessionService sessions,
            JournalService journal,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.motsDePasse = motsDePasse;
        this.contestations = contestations;
        this.sessions = sessions;
        this.journal = journal;
        this.evenements = evenements;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Enregistre le mot de passe et active le compte, conteste les liens que son titulaire a déclarés ne pas être les siens, et ferme
     * ses autres sessions, tout ensemble ; sans effet si le compte est déjà actif (double envoi). Un compte ACTIF dont l'établissement
     * a refait le courrier change de mot de passe sans redevenir à activer. Choisi dans une session limitée à un établissement, le mot de
     * passe garde cette portée.
     *
     * @param contestes élèves dont le demandeur n'est pas le représentant légal ; ceux qui ne sont pas du compte sont ignorés
     * @throws MotDePasseRefuse avec chaque règle que le mot de passe ne tient pas
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public void activer(Demandeur demandeur, String nouveau, Collection<Long> contestes) throws MotDePasseRefuse {
        Acte.ACTIVER.exiger(demandeur);
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        if (!compte.doitChoisirSonMotDePasse()) {
            return;
        }
        String empreinte = motsDePasse.empreinte(motsDePasse.exiger(nouveau, compte, demandeur.portee()));
        Instant le = horloge.instant();
        transactions.executer(() -> {
            if (compte.etat() == EtatCompte.ACTIF) {
                motsDePasse.enregistrer(demandeur, compte, empreinte);
            } else if (comptes.activer(compte, empreinte)) {
                tracer(demandeur, compte, le);
                if (!demandeur.limite()) {
                    portees.lever(compte.id());
                    sessions.choisir(demandeur);
                }
            } else {
                return;
            }
            contestes.forEach(eleve -> contestations.contester(demandeur, eleve));
            sessions.finirLesAutres(demandeur.identifiant(), demandeur.sessionId());
        });
    }

    /** Remet l'adresse mail à plus tard : l'activation est finie ; sans effet si elle l'était. */
    public void remettreLeMail(Demandeur demandeur) {
        Acte.CONFIRMER_SON_ADRESSE_MAIL.exiger(demandeur);
        transactions.executer(() -> {
            comptes.finirActivation(demandeur.responsableId());
        });
    }

    private void tracer(Demandeur demandeur, Compte compte, Instant le) {
        journal.ajouter(
                new LigneJournal(le, ActionJournal.ACTIVATION, demandeur.responsableId(), demandeur.auteur(), "{}"));
        evenements.deposer(new CompteActive(le, evenements.sujet(compte)));
    }
}
