package fr.academie.teleservices.contestation;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.EnfantsVisibles;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Un responsable déclare n'être pas le représentant légal d'un élève : son lien devient CONTESTE, et l'établissement tranchera.
 *
 * <p>Rien n'est effacé. Le lien, la version du compte, le journal et l'événement s'écrivent ensemble ou pas du tout.
 */
@Singleton
public final class ContestationService {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final EnfantsVisibles enfants;
    private final JournalService journal;
    private final EvenementService evenements;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public ContestationService(
            CompteService comptes,
            ScolariteService scolarite,
            EnfantsVisibles enfants,
            JournalService journal,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.enfants = enfants;
        this.journal = journal;
        this.evenements = evenements;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Conteste le lien du demandeur avec cet élève ; sans effet s'il l'est déjà (double envoi).
     *
     * @return faux si cet élève n'est pas (ou n'est plus) de ceux que la session du demandeur voit : rien n'est écrit
     */
    public boolean contester(Demandeur demandeur, long eleveId) {
        Acte.CONTESTER.exiger(demandeur);
        Instant le = horloge.instant();
        return transactions.executer(() -> {
            Compte compte = comptes.verrouiller(demandeur.responsableId());
            boolean visible = enfants.de(demandeur).stream()
                    .anyMatch(enfant -> enfant.eleve().id() == eleveId);
            Rattachement lien = scolarite.verrouiller(compte.id(), compte.id()).stream()
                    .filter(l -> visible && l.eleveId() == eleveId)
                    .filter(l -> l.qualite().etat() != EtatRattachement.RETIRE)
                    .findFirst()
                    .orElse(null);
            if (lien != null && lien.qualite().etat() == EtatRattachement.ACTIF) {
                scolarite.contester(lien, le);
                comptes.avancer(compte);
                journal.ajouter(ligne(demandeur, lien, le));
                evenements.deposer(new RattachementsModifies(le, evenements.sujet(compte)));
            }
            return lien != null;
        });
    }

    private static LigneJournal ligne(Demandeur demandeur, Rattachement lien, Instant le) {
        return new LigneJournal(
                le,
                ActionJournal.CONTESTATION,
                demandeur.responsableId(),
                demandeur.auteur(),
                FabriqueJson.objet()
                        .add("eleve", lien.eleveId())
                        .add("avant", RattachementsJson.qualite(lien.qualite()))
                        .add("apres", RattachementsJson.qualite(conteste(lien)))
                        .build()
                        .toString());
    }

    private static Qualite conteste(Rattachement lien) {
        return new Qualite(lien.qualite().niveau(), lien.qualite().lien(), EtatRattachement.CONTESTE);
    }
}
