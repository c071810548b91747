package fr.academie.teleservices.manque;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.lignee.CompteAbsorbe;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Un responsable demande un nouveau courrier à l'établissement de l'enfant qui manque à son compte ; l'établissement le trouve dans « À faire ».
 *
 * <p>Rien n'est cherché : la demande se prend, ou se refuse, sans que l'on sache si l'enfant ou un autre compte existe.
 */
@Singleton
public final class DemandeService {

    /** Ce qu'un compte demande en un jour, à tous les établissements ensemble. */
    static final int PAR_JOUR = 5;

    /** Ce qu'une demande close se garde, et se lit encore. */
    public static final Duration CONSERVATION = Duration.ofDays(90);

    private static final int LOT = 2000;

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final LigneeService lignee;
    private final JournalService journal;
    private final Transactions transactions;
    private final DemandeMapper demandes;
    private final HeureDeLAcademie heure;
    private final Clock horloge;

    @Inject
    public DemandeService(
            CompteService comptes,
            ScolariteService scolarite,
            LigneeService lignee,
            JournalService journal,
            Transactions transactions,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.lignee = lignee;
        this.journal = journal;
        this.transactions = transactions;
        this.demandes = transactions.mapper(DemandeMapper.class);
        this.heure = heure;
        this.horloge = horloge;
    }

    /** L'établissement de ce numéro ; vide s'il n'y en a pas. */
    public Optional<Etablissement> etablissement(String uai) {
        return scolarite.etablissements(Set.of(uai)).stream().findFirst();
    }

    /**
     * Demande un courrier à cet établissement, pour cet enfant ; sans effet si la même attend déjà (double envoi).
     *
     * @throws DemandeRefusee ETABLISSEMENT_INCONNU, NAISSANCE_IMPOSSIBLE ou TROP_DE_DEMANDES ; rien n'est écrit
     */
    public void demander(Demandeur demandeur, String uai, EnfantManquant enfant) throws DemandeRefusee {
        Acte.DEMANDER_UN_COURRIER.exiger(demandeur);
        if (etablissement(uai).isEmpty()) {
            throw new DemandeRefusee(RefusDemande.ETABLISSEMENT_INCONNU);
        }
        Instant le = horloge.instant();
        if (!EnfantManquant.peutEtreEleve(enfant.naissance(), heure.date(le))) {
            throw new DemandeRefusee(RefusDemande.NAISSANCE_IMPOSSIBLE);
        }
        transactions.executer(() -> {
            long compte = comptes.verrouiller(demandeur.responsableId()).id();
            if (demandes.attend(compte, uai, enfant)) {
                return;
            }
            if (demandes.faites(compte, le.minus(Duration.ofDays(1))) >= PAR_JOUR) {
                throw new DemandeRefusee(RefusDemande.TROP_DE_DEMANDES);
            }
            demandes.inserer(compte, uai, enfant, le);
            journal.ajouter(new LigneJournal(
                    le,
                    ActionJournal.COURRIER_DEMANDE,
                    compte,
                    demandeur.auteur(),
                    FabriqueJson.objet().add("uai", uai).build().toString()));
        });
    }

    /** Renonce à une demande du demandeur ; sans effet si elle n'est pas à lui, ou n'attend plus. */
    public void retirer(Demandeur demandeur, long id) {
        Acte.DEMANDER_UN_COURRIER.exiger(demandeur);
        transactions.executer(() -> {
            demandes.retirer(id, comptes(demandeur), horloge.instant());
        });
    }

    /** Le sien, et ceux de la même identité qu'il a absorbés : leurs demandes restent les siennes. */
    private List<Long> comptes(Demandeur demandeur) {
        return Stream.concat(
                        Stream.of(demandeur.responsableId()),
                        lignee.absorbes(demandeur.responsableId()).stream().map(CompteAbsorbe::id))
                .toList();
    }

    /** Les demandes du demandeur qui attendent ou ont eu une réponse récente, la plus récente d'abord. */
    public List<DemandeDeCourrier> siennes(Demandeur demandeur) {
        Acte.DEMANDER_UN_COURRIER.exiger(demandeur);
        return demandes.siennes(comptes(demandeur), horloge.instant().minus(CONSERVATION));
    }

    /** Efface celles closes avant cet instant ; rend leur nombre. */
    public int purger(Instant avant) {
        int total = 0;
        int effacees;
        do {
            effacees = transactions.executer(() -> demandes.purger(avant, LOT));
            total += effacees;
        } while (effacees == LOT);
        return total;
    }
}
