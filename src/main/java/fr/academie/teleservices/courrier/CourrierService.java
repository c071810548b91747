package fr.academie.teleservices.courrier;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.HachageService;
import fr.academie.teleservices.compte.MotsDePasseProvisoires;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
    private final CodesDeCourrier codes;
    private final HachageService hachage;
    private final MotsDePasseProvisoires provisoires;
    private final SessionService sessions;
    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final EnvoiDeCourriels courriels;
    private final AvisAuTitulaire avis;
    private final ProfilAcademie profil;
    private final Transactions transactions;
    private final CourrierMapper courriers;
    private final Clock horloge;

    @Inject
    public CourrierService(
            CompteService comptes,
            PorteeService portees,
            CodesDeCourrier codes,
            HachageService hachage,
            MotsDePasseProvisoires provisoires,
            SessionService sessions,
            JournalService journal,
            JournalDuBureau bureau,
            EnvoiDeCourriels courriels,
            AvisAuTitulaire avis,
            ProfilAcademie profil,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.portees = portees;
        this.codes = codes;
        this.hachage = hachage;
        this.provisoires = provisoires;
        this.sessions = sessions;
        this.journal = journal;
        this.bureau = bureau;
        this.courriels = courriels;
        this.avis = avis;
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
                compte.etat() == EtatCompte.ACTIF
                        && avis.adressePourUnLien(compte.id()).isPresent(),
                adresse.dernierLe()));
    }

    /** Comme {@link #faire(Agent, long, String, Set, Integer, RaisonDuPapier)}, sans raison : pour qui l'on ne peut pas joindre autrement. */
    public Lettre faire(
            Agent agent, long responsableId, String uai, Set<MotifCourrier> permis, @Nullable Integer versionVue)
            throws CourrierRefuse {
        return faire(agent, responsableId, uai, permis, versionVue, null);
    }

    /**
     * Fait le courrier : nouveau mot de passe provisoire, journal du compte et du bureau. Le titulaire d'un compte ACTIF l'apprend à toutes
     * ses adresses confirmées, et peut s'y opposer.
     *
     * @param permis les motifs que l'agent a demandés ; un autre motif est un refus
     * @param versionVue version du compte que l'agent a lue : un second envoi de la même demande ne fait pas un second mot de passe ;
     *     nulle pour un premier courrier, que son motif suffit à garder
     * @param raison pourquoi un papier, quand un lien pourrait partir ; nulle sinon
     * @throws CourrierRefuse avec son code ; rien n'a changé
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public Lettre faire(
            Agent agent,
            long responsableId,
            String uai,
            Set<MotifCourrier> permis,
            @Nullable Integer versionVue,
            @Nullable RaisonDuPapier raison)
            throws CourrierRefuse {
        Acte.FAIRE_UN_COURRIER.exiger(agent);
        Destinataire destinataire = permis(agent, responsableId, uai, permis);
        int version = destinataire.compte().version();
        if (destinataire.lienPossible() && raison == null) {
            throw new CourrierRefuse(RefusCourrier.RAISON_MANQUE);
        }
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
            if (compte.version() != version) {
                throw new CourrierRefuse(RefusCourrier.COMPTE_CHANGE);
            }
            boolean avise = annoncer(encore);
            if (!comptes.poserProvisoire(compte, empreinte, expireLe)) {
                throw new CourrierRefuse(RefusCourrier.COMPTE_CHANGE);
            }
            portees.poser(
                    compte,
                    new PorteeService.Courrier(uai, agent.identifiant().valeur(), le, expireLe, avise),
                    empreinte);
            String code = codes.tirer(responsableId, uai, empreinte, le, expireLe);
            courriers.ajouter(
                    responsableId,
                    uai,
                    encore.motif(),
                    encore.lienPossible() ? raison : null,
                    le,
                    agent.identifiant().valeur());
            tracer(agent, encore, raison, le);
            sessions.finirLesAutres(compte.identifiant(), 0);
            return new Lettre(encore, motDePasse, code, le, expireLe);
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

    private void tracer(Agent agent, Destinataire destinataire, @Nullable RaisonDuPapier raison, Instant le) {
        String uai = destinataire.etablissement().uai();
        JsonObjectBuilder faits =
                FabriqueJson.objet().add("motif", destinataire.motif().name()).add("uai", uai);
        if (destinataire.lienPossible() && raison != null) {
            faits.add("raison", raison.name());
        }
        JsonObject details = faits.build();
        long responsableId = destinataire.compte().id();
        journal.ajouter(
                new LigneJournal(le, ActionJournal.COURRIER, responsableId, agent.auteur(), details.toString()));
        bureau.noter(agent, ActionBureau.COURRIER, new JournalDuBureau.Cible(uai, responsableId, null), details);
    }

    /**
     * Avant que le mot de passe change : prévient le titulaire d'un compte ACTIF, à chaque adresse confirmée avec le lien qui le remet ; à une
     * adresse qui n'est pas confirmée, sans lien.
     *
     * @return vrai si chaque adresse confirmée est prévenue ; faux s'il n'y en a aucune
     */
    private boolean annoncer(Destinataire destinataire) {
        if (destinataire.motif() != MotifCourrier.REINITIALISATION) {
            return false;
        }
        Compte compte = destinataire.compte();
        String etablissement = destinataire.etablissement().nom();
        avis.prevenirParSms(compte.id(), "courrier");
        NouvelleOpposition opposition = avis.preparer(
                Changement.COURRIER, compte.id(), destinataire.etablissement().uai(), avis.adressesSures(compte.id()));
        if (opposition.liens().isEmpty()) {
            if (compte.mail() != null) {
                ecrire("courrier.reinitialisation", compte.mail(), compte, etablissement, "", 0);
            }
            return false;
        }
        courriers.ouvrirLOpposition(opposition);
        opposition
                .liens()
                .forEach(lien -> ecrire(
                        "courrier.opposable",
                        lien.mail(),
                        compte,
                        etablissement,
                        avis.adresse(lien),
                        AvisAuTitulaire.DELAI.toHours()));
        return true;
    }

    private void ecrire(String modele, String mail, Compte compte, String etablissement, String lien, long heures) {
        courriels.deposerEn(
                compte.langue(),
                modele,
                mail,
                compte.identite().nomCourant(),
                compte.identifiant().valeur(),
                etablissement,
                lien,
                heures);
    }
}
