package fr.academie.teleservices.activation;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.activation.SansCompteMapper.Demande;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.evenement.Evenement.CompteActive;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import fr.academie.teleservices.motdepasse.MotDePasseService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Active ensemble, du même mot de passe, tous les comptes qu'une demande sans courrier a ouverts : tous, ou aucun. */
@Singleton
public final class ActivationSansCourrier {

    private final SansCompteService demandes;
    private final CompteService comptes;
    private final PorteeService portees;
    private final Telephones telephones;
    private final MotDePasseService motsDePasse;
    private final SessionService sessions;
    private final JournalService journal;
    private final EvenementService evenements;
    private final EnvoiDeCourriels courriels;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public ActivationSansCourrier(
            SansCompteService demandes,
            CompteService comptes,
            PorteeService portees,
            Telephones telephones,
            MotDePasseService motsDePasse,
            SessionService sessions,
            JournalService journal,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            Transactions transactions,
            Clock horloge) {
        this.demandes = demandes;
        this.comptes = comptes;
        this.portees = portees;
        this.telephones = telephones;
        this.motsDePasse = motsDePasse;
        this.sessions = sessions;
        this.journal = journal;
        this.evenements = evenements;
        this.courriels = courriels;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Les comptes que les réponses ont ouverts ; vide si la demande a expiré, ou n'en est pas là. */
    public List<Compte> comptes(String jeton) {
        return numeros(demandes.lire(jeton)).stream()
                .map(comptes::parId)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Enregistre le mot de passe et active les comptes, dont le portable est désormais confirmé ; le mot de passe de leurs courriers ne vaut
     * plus.
     *
     * @return les comptes activés
     * @throws MotDePasseRefuse si le mot de passe ne tient pas la politique pour l'un d'eux ; la demande reste valable
     * @throws SansCompteRefuse DEMANDE_PERIMEE ou COMPTES_CHANGES ; rien n'a changé
     * @throws fr.academie.teleservices.compte.ServiceSature si la file des calculs est pleine
     */
    public List<Compte> activer(String jeton, String motDePasse, String adresse)
            throws MotDePasseRefuse, SansCompteRefuse {
        List<Compte> vus = comptes(jeton);
        if (vus.isEmpty()) {
            throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
        }
        String choisi = motDePasse;
        for (Compte compte : vus) {
            choisi = motsDePasse.exiger(motDePasse, compte, null);
        }
        String empreinte = motsDePasse.empreinte(choisi);
        return transactions.executer(() -> {
            Demande demande = demandes.lire(jeton);
            List<Long> numeros = numeros(demande);
            if (demande == null || numeros.isEmpty()) {
                throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
            }
            TelephonePortable telephone = new TelephonePortable(demande.telephone());
            Collection<Compte> tenus = comptes.verrouiller(numeros).values();
            if (!demandes.consommer(jeton)) {
                throw new SansCompteRefuse(RefusSansCompte.DEMANDE_PERIMEE);
            }
            for (Compte compte : tenus) {
                if (compte.etat() != EtatCompte.CREE
                        || !porte(compte, telephone)
                        || !comptes.activer(compte, empreinte)) {
                    throw new SansCompteRefuse(RefusSansCompte.COMPTES_CHANGES);
                }
                suivre(compte, telephone, adresse);
            }
            return List.copyOf(tenus);
        });
    }

    private void suivre(Compte compte, TelephonePortable telephone, String adresse) {
        Instant le = horloge.instant();
        portees.lever(compte.id());
        telephones.changer(compte, telephone, le);
        journal.ajouter(new LigneJournal(
                le,
                ActionJournal.ACTIVATION,
                compte.id(),
                Auteur.titulaire(compte.identifiant(), adresse),
                FabriqueJson.objet().add("moyen", "SMS").build().toString()));
        evenements.deposer(new CompteActive(le, evenements.sujet(compte)));
        sessions.finirLesAutres(compte.identifiant(), 0);
        if (compte.mail() != null) {
            courriels.deposerEn(compte.langue(), "sansCompte.active", compte.mail());
        }
    }

    private static boolean porte(Compte compte, TelephonePortable telephone) {
        return Optional.ofNullable(compte.telephonePortable())
                .flatMap(TelephonePortable::lire)
                .filter(lu -> Objects.equals(lu, telephone))
                .isPresent();
    }

    private static List<Long> numeros(@Nullable Demande demande) {
        return demande == null || demande.comptes() == null
                ? List.of()
                : FabriqueJson.lireTableau(demande.comptes()).stream()
                        .map(JsonValue::toString)
                        .map(Long::valueOf)
                        .toList();
    }
}
