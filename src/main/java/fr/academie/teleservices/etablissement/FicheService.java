package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** La fiche d'un responsable ; chaque consultation est au journal du bureau. */
@Singleton
public final class FicheService {

    private final CompteService comptes;
    private final FicheMapper fiches;
    private final JournalDuBureau journal;

    @Inject
    public FicheService(CompteService comptes, Transactions transactions, JournalDuBureau journal) {
        this.comptes = comptes;
        this.fiches = transactions.mapper(FicheMapper.class);
        this.journal = journal;
    }

    /** La fiche, fermé ou non ; vide, et de la même façon, si le compte n'existe pas ou n'a aucun élève de l'agent. */
    public Optional<Fiche> consulter(Agent agent, long responsableId) {
        List<Enfant> vivants = Enfant.reunir(fiches.enfants(responsableId, agent.uais()));
        List<Enfant> enfants =
                vivants.isEmpty() ? Enfant.reunir(fiches.enfantsDuFerme(responsableId, agent.uais())) : vivants;
        if (enfants.isEmpty()) {
            return Optional.empty();
        }
        return comptes.parId(responsableId).map(compte -> {
            String uai = enfants.get(0).eleve().etablissement().uai();
            journal.noter(agent, ActionBureau.CONSULTATION, new JournalDuBureau.Cible(uai, responsableId, null));
            return new Fiche(
                    compte,
                    enfants,
                    compte.etat().estOuvert() ? null : fermeture(agent, responsableId),
                    fiches.faits(responsableId, agent.uais()));
        });
    }

    private Fermeture fermeture(Agent agent, long responsableId) {
        FicheMapper.LigneFermee fin = fiches.fin(responsableId);
        return new Fermeture(fin.le(), fin.motif(), fiches.suites(responsableId, agent.uais()));
    }
}
