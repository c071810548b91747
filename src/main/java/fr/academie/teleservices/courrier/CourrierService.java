package fr.academie.teleservices.courrier;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.MotsDePasseProvisoires;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fait les courriers de notification. Source : DOMAIN §4.
 *
 * <p>Le mot de passe n'existe en clair que dans la {@link Lettre} rendue : en refaire une en fait naître un autre, et le précédent ne
 * vaut plus. Un compte ACTIF y garde son état, mais n'ouvre plus que sur le choix d'un nouveau mot de passe ; ses connexions en cours
 * se ferment et son titulaire est prévenu par courriel. Le mot de passe n'ouvre que ce que l'établissement sait du compte
 * ({@link fr.academie.teleservices.compte.Portee}).
 */
@Singleton
public final class CourrierService {

    private final CompteService comptes;
    private final PorteeService portees;
    private final HachageService hachage;
    private final MotsDePasseProvisoires provisoires;
    private final SessionService sessions;
    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final EnvoiDeCourriels courriels;
    private final ProfilAcademie profil;
    private final Transactions transactions;
    private final CourrierMapper courriers;
    private final Clock horloge;

    @Inject
    public CourrierService(
            CompteService comptes,
            PorteeService portees,
            HachageService hachage,
            MotsDePasseProvisoires provisoires,
            SessionService sessions,
            JournalService journal,
            JournalDuBureau bureau,
            EnvoiDeCourriels courriels,
            ProfilAcademie profil,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.hachage = hachage;
        this.provisoires = provisoires;
        this.sessions = sessions;
        this.journal = journal;
        this.bureau = bureau;
        this.courriels = courriels;
        this.profil = profil;
        this.transactions = transactions;
        this.courriers = transactions.mapper(CourrierMapper.class);
        this.horloge = horloge;
    }

    /** Comme {@link #destinataire}, montré à l'agent : laisse une ligne au journal du bureau, sauf s'il n'y a rien à montrer. */
    public Optional<Destinataire> consulter(Agent agent, long responsableId, String uai) {
        Optional<Destinataire> lu = destinataire(agent, responsableId, uai);
        lu.ifPresent(destinataire ->
                bureau.noter(agent, ActionBureau.CONSULTATION, new JournalDuBureau.Cible(uai, responsableId, null)));
        return lu;
    }

    /**
     * À qui l'on écrirait, et pourquoi ; vide si l'agent n'agit pas pour cet établissement, ou si aucun élève n'y est activement
     * rattaché à un compte ouvert de ce numéro.
     */
    public Optional<Destinataire> destinataire(Agent agent, long responsableId, String uai) {
        if (!agent.agitPour(uai)) {
            return Optional.empty();
        }
        List<Eleve> eleves = courriers.eleves(responsableId, uai);
        Compte compte = eleves.isEmpty() ? null : comptes.parId(responsableId).orElse(null);
        CourrierMapper.LigneAdresse adresse = compte == null ? null : courriers.adresse(responsableId, uai);
        if (compte == null || adresse == null) {
            return Optional.empty();
        }
        return Optional.of(new Destinataire(
                compte,
                adresse.adresse(),
                eleves.get(0).etablissement(),
                eleves,
                MotifCourrier.pour(compte.etat(), adresse.aUnMotDePasse()),
                adresse.dernierLe()));
    }

    /**
     * Fait le courrier : nouveau mot de passe provisoire, journal du compte et du bureau.
     *
     * @param permis les motifs que l'agent a demandés ; un autre motif est un refus
     * @param versionVue version du compte que l'agent a lue : un second envoi de la même demande ne fait pas un second mot de passe ;
     *     nulle pour un premier courrier, que son motif suffit à garder
     * @throws CourrierRefuse avec son code ; rien n'a changé
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public Lettre faire(
            Agent agent, long responsableId, String uai, Set<MotifCourrier> permis, @Nullable Integer versionVue)
            throws CourrierRefuse {
        Acte.FAIRE_UN_COURRIER.exiger(agent);
        Destinataire destinataire = permis(agent, responsableId, uai, permis);
        int version = destinataire.compte().version();
        if (versionVue != null && version != versionVue) {
            throw new CourrierRefuse(RefusCourrier.COMPTE_CHANGE);
        }
        String motDePasse = provisoires.tirer().valeur();
        String empreinte = hachage.empreinte(motDePasse);
        Instant le = horloge.instant();
        Instant expireLe = le.plus(profil.validiteProvisoire());
        return transactions.executer(() -> {
            Compte compte = comptes.verrouiller(responsableId);
            // Relus sous verrou : le lien a pu partir, ou le compte servir, pendant le calcul.
            Destinataire encore = permis(agent, responsableId, uai, permis);
            if (compte.version() != version || !comptes.poserProvisoire(compte, empreinte, expireLe)) {
                throw new CourrierRefuse(RefusCourrier.COMPTE_CHANGE);
            }
            portees.poser(
                    compte,
                    new PorteeService.Courrier(
                            uai, agent.identifiant().valeur(), le, expireLe, comptes.mailEstConfirme(responsableId)),
                    empreinte);
            courriers.ajouter(
                    responsableId, uai, encore.motif(), le, agent.identifiant().valeur());
            tracer(agent, encore, le);
            sessions.finirLesAutres(compte.identifiant(), 0);
            prevenir(encore);
            return new Lettre(encore, motDePasse, le, expireLe);
        });
    }

    /** Où écrire au titulaire du compte, dans la transaction de l'appelant. */
    public void poserAdresse(long responsableId, Adresse adresse) {
        if (adresse.voie() != null && adresse.commune() != null) {
            courriers.poserAdresse(responsableId, adresse.voie(), adresse.codePostal(), adresse.commune());
        }
    }

    private Destinataire permis(Agent agent, long responsableId, String uai, Set<MotifCourrier> permis)
            throws CourrierRefuse {
        Destinataire destinataire = destinataire(agent, responsableId, uai)
                .orElseThrow(() -> new CourrierRefuse(RefusCourrier.INTROUVABLE));
        if (!permis.contains(destinataire.motif())) {
            throw new CourrierRefuse(
                    destinataire.motif() == MotifCourrier.REINITIALISATION
                            ? RefusCourrier.COMPTE_ACTIF
                            : RefusCourrier.DEJA_IMPRIME);
        }
        return destinataire;
    }

    private void tracer(Agent agent, Destinataire destinataire, Instant le) {
        String uai = destinataire.etablissement().uai();
        JsonObject details = FabriqueJson.objet()
                .add("motif", destinataire.motif().name())
                .add("uai", uai)
                .build();
        long responsableId = destinataire.compte().id();
        journal.ajouter(
                new LigneJournal(le, ActionJournal.COURRIER, responsableId, agent.auteur(), details.toString()));
        bureau.noter(agent, ActionBureau.COURRIER, new JournalDuBureau.Cible(uai, responsableId, null), details);
    }

    private void prevenir(Destinataire destinataire) {
        Compte compte = destinataire.compte();
        if (destinataire.motif() == MotifCourrier.REINITIALISATION && compte.mail() != null) {
            courriels.deposer(
                    "courrier.reinitialisation",
                    compte.mail(),
                    compte.identite().nomComplet(),
                    compte.identifiant().valeur(),
                    destinataire.etablissement().nom());
        }
    }
}
