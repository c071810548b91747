package fr.academie.teleservices.assistance;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ce que l'assistance académique lit, dans toute l'académie. Elle ne change rien, et chaque lecture laisse une ligne au journal du
 * bureau.
 *
 * <p>Chaque méthode refuse un agent d'un autre profil : {@link IllegalArgumentException}, faute de programme puisque le filtre d'accès
 * ne l'a pas laissé venir.
 */
@Singleton
public final class AssistanceService {

    /** Lignes par page. */
    public static final int PAGE = 25;

    /** Lignes d'un export, au plus. */
    public static final int EXPORT = 5000;

    private static final Set<ActionJournal> TOUTES = Collections.unmodifiableSet(EnumSet.allOf(ActionJournal.class));

    private final AssistanceMapper assistance;
    private final LigneeService lignee;
    private final JournalService journal;
    private final JournalDuBureau journalDuBureau;

    @Inject
    public AssistanceService(
            Transactions transactions, LigneeService lignee, JournalService journal, JournalDuBureau journalDuBureau) {
        this.assistance = transactions.mapper(AssistanceMapper.class);
        this.lignee = lignee;
        this.journal = journal;
        this.journalDuBureau = journalDuBureau;
    }

    /**
     * Une page d'une liste.
     *
     * @param total lignes de toute la liste
     */
    public record Page<T>(List<T> lignes, long total) {}

    /** Les comptes trouvés, {@value #PAGE} par page, l'identifiant exact d'abord ; vide si la recherche l'est. */
    public Page<CompteTrouve> chercher(Agent agent, RechercheDeComptes recherche, int saut) {
        return chercher(agent, recherche, saut, PAGE, ActionBureau.RECHERCHE);
    }

    /** Les {@value #EXPORT} premiers comptes trouvés, pour un tableau à emporter. */
    public Page<CompteTrouve> exporter(Agent agent, RechercheDeComptes recherche) {
        return chercher(agent, recherche, 0, EXPORT, ActionBureau.EXPORT);
    }

    private Page<CompteTrouve> chercher(
            Agent agent, RechercheDeComptes recherche, int saut, int nombre, ActionBureau action) {
        exigerLAssistance(agent);
        if (recherche.mots().estVide()) {
            return new Page<>(List.of(), 0);
        }
        Page<CompteTrouve> page =
                new Page<>(assistance.chercher(recherche, saut, nombre), assistance.compter(recherche));
        journalDuBureau.noter(
                agent,
                action,
                Cible.AUCUNE,
                FabriqueJson.objet()
                        .add("mots", recherche.saisie())
                        .add("trouves", page.total())
                        .build());
        return page;
    }

    /** La fiche de ce compte ; vide s'il n'existe pas. */
    public Optional<FicheDeCompte> consulter(Agent agent, long id) {
        exigerLAssistance(agent);
        FicheDeCompte.Etat etat = assistance.etat(id);
        if (etat == null) {
            return Optional.empty();
        }
        journalDuBureau.noter(agent, ActionBureau.CONSULTATION, new Cible(null, id, null));
        Compte compte = etat.fiche().compte();
        // Un compte ouvert est le bout de sa chaîne.
        long racine = compte.etat().estOuvert()
                ? id
                : lignee.aboutissements(List.of(id)).getOrDefault(id, id);
        List<RegroupementLu> regroupements = assistance.regroupements(racine);
        return Optional.of(new FicheDeCompte(
                etat,
                Eleve.reunir(assistance.liens(id), LienDuCompte::id, LienDuCompte::avec),
                assistance.sessions(compte.identifiant().valeur()),
                regroupements,
                assistance.ruptures(id),
                racine == id ? null : gardeParmi(regroupements, racine)));
    }

    private static CompteNomme gardeParmi(List<RegroupementLu> regroupements, long compteId) {
        return regroupements.stream()
                .map(RegroupementLu::garde)
                .filter(garde -> garde.id() == compteId)
                .findFirst()
                .orElseThrow();
    }

    /** Le journal de ce compte, du plus récent au plus ancien, {@value #PAGE} lignes par page. */
    public Page<LigneJournal> chronologie(Agent agent, long id, int saut) {
        exigerLAssistance(agent);
        JournalService.Tranche lue = journal.tranche(List.of(id), TOUTES, saut, PAGE);
        return new Page<>(lue.lignes(), lue.total());
    }

    /** Les {@value #EXPORT} dernières lignes du journal de ce compte, pour un tableau à emporter. */
    public List<LigneJournal> exporterLaChronologie(Agent agent, long id) {
        exigerLAssistance(agent);
        journalDuBureau.noter(agent, ActionBureau.EXPORT, new Cible(null, id, null));
        return journal.lire(List.of(id), TOUTES, 0, EXPORT);
    }

    private static void exigerLAssistance(Agent agent) {
        if (agent.profil() != Profil.ASSISTANCE) {
            throw new IllegalArgumentException("Réservé à l'assistance académique.");
        }
    }
}
