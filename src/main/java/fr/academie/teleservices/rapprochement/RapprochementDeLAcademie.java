package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.web.Pagination;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Le rapprochement tel que l'académie le regarde et le décide : le dernier aperçu, ses listes, en calculer un, l'appliquer ou y renoncer. Chaque
 * regard et chaque acte sont au journal du bureau.
 *
 * <p>Chaque méthode refuse l'agent d'un autre profil que l'assistance : {@link IllegalArgumentException}, faute de programme puisque le filtre
 * d'accès ne l'a pas laissé venir.
 */
@Singleton
public final class RapprochementDeLAcademie {

    /** Lignes d'une page. */
    public static final int PAR_PAGE = 50;

    private static final String RAPPROCHEMENT = "RAPPROCHEMENT";

    private final RapprochementService rapprochements;
    private final JournalDuBureau journal;
    private final Transactions transactions;

    @Inject
    public RapprochementDeLAcademie(
            RapprochementService rapprochements, JournalDuBureau journal, Transactions transactions) {
        this.rapprochements = rapprochements;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Le dernier demandé ; vide s'il n'y en a jamais eu, ou plus. */
    public Optional<Rapprochement> dernier(Agent agent) {
        exigerLAssistance(agent);
        return rapprochements.dernier();
    }

    /** Ce qu'il compte. */
    public Bilan bilan(Agent agent, Rapprochement rapprochement) {
        exigerLAssistance(agent);
        return rapprochements.bilan(rapprochement.id());
    }

    /** Combien de comptes fermerait l'aperçu qui attend ; zéro pour un agent d'établissement, qui n'en décide pas. */
    public int aValider(Agent agent) {
        return agent.profil() == Profil.ASSISTANCE ? rapprochements.aValider() : 0;
    }

    /** Des paires, et combien il y en a en tout. */
    public record Page(List<PaireMontree> paires, long total) {}

    /**
     * Une page de {@value #PAR_PAGE} paires du dernier rapprochement ; vide s'il n'y en a pas. Qui la regarde en laisse la trace, même vide.
     *
     * @param page à partir de 1
     */
    public Page chercher(Agent agent, RechercheDePaires recherche, int page) {
        exigerLAssistance(agent);
        Page trouvees = rapprochements
                .dernier()
                .map(dernier -> chercher(dernier.id(), recherche, page))
                .orElse(new Page(List.of(), 0));
        JsonObjectBuilder details = FabriqueJson.objet().add("liste", RAPPROCHEMENT);
        if (!recherche.saisie().isEmpty()) {
            details.add("texte", recherche.saisie());
        }
        journal.noter(
                agent,
                ActionBureau.CONSULTATION,
                Cible.AUCUNE,
                details.add("lignes", trouvees.paires().size()).build());
        return trouvees;
    }

    private Page chercher(long id, RechercheDePaires recherche, int page) {
        long total = rapprochements.compter(id, recherche);
        int saut = (int) Math.min(Pagination.saut(page, PAR_PAGE), Math.max(0, total - 1) / PAR_PAGE * PAR_PAGE);
        return new Page(total == 0 ? List.of() : rapprochements.chercher(id, recherche, saut, PAR_PAGE), total);
    }

    /** Toutes les paires cherchées du dernier rapprochement, dans l'ordre, sans les garder en mémoire. */
    public void exporter(Agent agent, RechercheDePaires recherche, Consumer<PaireMontree> faire) {
        exigerLAssistance(agent);
        journal.noter(
                agent,
                ActionBureau.EXPORT,
                Cible.AUCUNE,
                FabriqueJson.objet().add("quoi", RAPPROCHEMENT).build());
        rapprochements.dernier().ifPresent(dernier -> rapprochements.chaque(dernier.id(), recherche, faire));
    }

    /** Demande un aperçu, qu'une tâche calcule ; un rapprochement qui se fait encore reste tel quel. */
    public Rapprochement demander(Agent agent) {
        exigerLAssistance(agent);
        return transactions.executer(() -> {
            Rapprochement demande = rapprochements.demander(agent.auteur());
            noter(agent, ActionBureau.RAPPROCHEMENT_DEMANDE, demande);
            return demande;
        });
    }

    /**
     * Applique ce que l'aperçu montre, s'il est encore celui que l'agent a vu.
     *
     * @param calculeLe quand celui qu'il a vu a été calculé
     * @return faux si rien n'est fait : recalculé depuis, déjà validé ou abandonné
     */
    public boolean appliquer(Agent agent, long id, Instant calculeLe) {
        exigerLAssistance(agent);
        Acte.RAPPROCHER.exiger(agent);
        return transactions.executer(() -> {
            boolean valide = rapprochements.validerCeQuiEstVu(id, calculeLe, agent.auteur());
            if (valide) {
                rapprochements
                        .parId(id)
                        .ifPresent(rapprochement -> noter(agent, ActionBureau.RAPPROCHEMENT_VALIDE, rapprochement));
            }
            return valide;
        });
    }

    /** Laisse l'aperçu sans rien en faire ; faux s'il n'attendait plus. */
    public boolean abandonner(Agent agent, Rapprochement rapprochement) {
        exigerLAssistance(agent);
        return transactions.executer(() -> {
            boolean abandonne = rapprochements.abandonner(rapprochement.id());
            if (abandonne) {
                noter(agent, ActionBureau.RAPPROCHEMENT_ABANDONNE, rapprochement);
            }
            return abandonne;
        });
    }

    private void noter(Agent agent, ActionBureau action, Rapprochement rapprochement) {
        journal.noter(
                agent,
                action,
                Cible.AUCUNE,
                FabriqueJson.objet().add("rapprochement", rapprochement.id()).build());
    }

    private static void exigerLAssistance(Agent agent) {
        if (agent.profil() != Profil.ASSISTANCE) {
            throw new IllegalArgumentException("Réservé à l'assistance académique.");
        }
    }
}
