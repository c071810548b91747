package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.LimiteurDEssais;
import fr.academie.teleservices.acces.Operation;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.PolitiqueMotDePasse;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.RegleMotDePasse;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Un nouveau mot de passe pour un compte actif : choisi dans PROFIL, ou après un oubli. Source : DOMAIN §4. */
@Singleton
public final class MotDePasseService {

    private final CompteService comptes;
    private final PorteeService portees;
    private final EntourageService entourages;
    private final HachageService hachage;
    private final PolitiqueMotDePasse politique;
    private final LimiteurDEssais limiteur;
    private final SessionService sessions;
    private final JournalService journal;
    private final EnvoiDeCourriels courriels;
    private final Transactions transactions;
    private final JetonMapper jetons;
    private final Clock horloge;

    @Inject
    public MotDePasseService(
            CompteService comptes,
            PorteeService portees,
            EntourageService entourages,
            HachageService hachage,
            PolitiqueMotDePasse politique,
            LimiteurDEssais limiteur,
            SessionService sessions,
            JournalService journal,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.entourages = entourages;
        this.hachage = hachage;
        this.politique = politique;
        this.limiteur = limiteur;
        this.sessions = sessions;
        this.journal = journal;
        this.courriels = courriels;
        this.transactions = transactions;
        this.jetons = transactions.mapper(JetonMapper.class);
        this.horloge = horloge;
    }

    /** Le mot de passe actuel donné n'est pas le bon. */
    public static final class ActuelFaux extends Exception {
        private static final long serialVersionUID = 1L;

        private final int restants;

        ActuelFaux(int restants) {
            super("Mot de passe actuel faux.");
            this.restants = restants;
        }

        /** Essais qui restent avant une attente. */
        public int restants() {
            return restants;
        }
    }

    /** Les liens « mot de passe oublié ? » déjà envoyés pour ce compte ne valent plus rien ; dans la transaction de l'appelant. */
    public void annulerLesLiens(long responsableId) {
        jetons.annuler(responsableId, horloge.instant());
    }

    /**
     * Remplace le mot de passe du compte connecté, ferme ses autres sessions et prévient son titulaire.
     *
     * @throws ActuelFaux si {@code actuel} n'est pas le mot de passe du compte
     * @throws TropDEssais après trop de mots de passe actuels faux
     * @throws MotDePasseRefuse si {@code nouveau} ne tient pas la politique
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public void changer(Demandeur demandeur, String actuel, String nouveau)
            throws ActuelFaux, TropDEssais, MotDePasseRefuse {
        Acte.CHANGER_DE_MOT_DE_PASSE.exiger(demandeur);
        Compte compte = comptes.parId(demandeur.responsableId()).orElseThrow();
        String choisi = exiger(nouveau, compte, demandeur.portee());
        LimiteurDEssais.Essai essai = limiteur.inscrire(
                Operation.MOT_DE_PASSE, demandeur, demandeur.identifiant().valeur());
        if (!estLActuel(compte, actuel, essai)) {
            throw new ActuelFaux(essai.restants());
        }
        limiteur.compterJuste(essai);
        String empreinte = hachage.empreinte(choisi);
        transactions.executer(() -> {
            enregistrer(demandeur, compte, empreinte);
            sessions.finirLesAutres(demandeur.identifiant(), demandeur.sessionId());
        });
    }

    private boolean estLActuel(Compte compte, String actuel, LimiteurDEssais.Essai essai) {
        try {
            return comptes.prouver(compte.identifiant(), actuel).isPresent();
        } catch (ServiceSature e) {
            limiteur.oublier(essai);
            throw e;
        }
    }

    /**
     * Le mot de passe à enregistrer, exactement celui qui a été saisi.
     *
     * @param portee l'établissement auquel se limite la session qui le choisit ; nul si elle voit tout le compte
     * @throws MotDePasseRefuse s'il ne tient pas la politique
     */
    public String exiger(String nouveau, Compte compte, @Nullable String portee) throws MotDePasseRefuse {
        List<RegleMotDePasse> defauts = politique.defauts(nouveau, compte, entourages.de(compte, portee));
        if (!defauts.isEmpty()) {
            throw new MotDePasseRefuse(defauts);
        }
        return nouveau;
    }

    public String empreinte(String choisi) {
        return hachage.empreinte(choisi);
    }

    /**
     * Enregistre le mot de passe choisi par le demandeur, dans la transaction de l'appelant. Choisi dans une session limitée à un
     * établissement, il garde cette portée, et le journal le dit.
     */
    public void enregistrer(Demandeur demandeur, Compte compte, String empreinte) {
        String portee = demandeur.portee();
        JsonObjectBuilder details = FabriqueJson.objet();
        if (portee == null) {
            portees.lever(compte.id());
            sessions.choisir(demandeur);
        } else {
            details.add("portee", portee);
        }
        enregistrer(
                compte,
                empreinte,
                new LigneJournal(
                        horloge.instant(),
                        ActionJournal.MOT_DE_PASSE_CHANGE,
                        compte.id(),
                        demandeur.auteur(),
                        details.build().toString()));
    }

    /** Enregistre le mot de passe que choisit le porteur d'un lien reçu à l'adresse confirmée, dans la transaction de l'appelant. */
    void reinitialiser(Compte compte, String empreinte, String adresse) {
        portees.lever(compte.id());
        enregistrer(
                compte,
                empreinte,
                new LigneJournal(
                        horloge.instant(),
                        ActionJournal.MOT_DE_PASSE_REINITIALISE,
                        compte.id(),
                        Auteur.parLien(compte.identifiant(), adresse),
                        "{}"));
    }

    private void enregistrer(Compte compte, String empreinte, LigneJournal ligne) {
        if (compte.etat() != EtatCompte.ACTIF || !comptes.changerMotDePasse(compte, empreinte)) {
            throw new IllegalStateException("Le compte a changé pendant l'opération ; rien n'est modifié.");
        }
        journal.ajouter(ligne);
        if (compte.mail() != null) {
            courriels.deposerEn(
                    compte.langue(),
                    "motDePasse.change",
                    compte.mail(),
                    compte.identite().nomCourant(),
                    compte.identifiant().valeur());
        }
    }
}
