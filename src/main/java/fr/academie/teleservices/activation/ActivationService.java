package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Profil;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.PolitiqueMotDePasse;
import fr.academie.teleservices.compte.RegleMotDePasse;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.evenement.TypeEvenement;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** L'activation d'un compte CREE : un mot de passe choisi remplace celui du courrier. Source : DOMAIN §4. */
@Singleton
public final class ActivationService {

    private final CompteService comptes;
    private final HachageService hachage;
    private final PolitiqueMotDePasse politique;
    private final JournalService journal;
    private final EvenementService evenements;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public ActivationService(
            CompteService comptes,
            HachageService hachage,
            PolitiqueMotDePasse politique,
            JournalService journal,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.hachage = hachage;
        this.politique = politique;
        this.journal = journal;
        this.evenements = evenements;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Enregistre le mot de passe et active le compte ; sans effet s'il est déjà actif (double envoi).
     *
     * @throws ActivationRefusee avec chaque règle que le mot de passe ne tient pas
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public void activer(Demandeur demandeur, String nouveau) throws ActivationRefusee {
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        if (compte.etat() != EtatCompte.CREE) {
            return;
        }
        String motDePasse = Identifiant.sansBlancs(nouveau);
        List<RegleMotDePasse> defauts = politique.defauts(motDePasse, compte);
        if (!defauts.isEmpty()) {
            throw new ActivationRefusee(defauts);
        }
        String empreinte = hachage.empreinte(motDePasse);
        Instant le = horloge.instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.executer(() -> {
            if (comptes.activer(compte, empreinte)) {
                tracer(demandeur, le);
            }
            return true;
        });
    }

    private void tracer(Demandeur demandeur, Instant le) {
        String charge = FabriqueJson.objet()
                .add("compte", demandeur.identifiant().valeur())
                .build()
                .toString();
        journal.ajouter(new LigneJournal(
                le,
                ActionJournal.ACTIVATION,
                demandeur.responsableId(),
                demandeur.identifiant().valeur(),
                Profil.RESPONSABLE.name(),
                demandeur.adresse(),
                "{}"));
        evenements.deposer(new Evenement(le, TypeEvenement.COMPTE_ACTIVE, demandeur.responsableId(), charge));
    }
}
