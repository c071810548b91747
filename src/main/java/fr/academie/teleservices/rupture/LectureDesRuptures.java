package fr.academie.teleservices.rupture;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.scolarite.Eleve;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Ce que les pages d'une rupture montrent à l'agent : chaque regard laisse sa ligne au journal du bureau. */
@Singleton
public final class LectureDesRuptures {

    private final RuptureService ruptures;
    private final JournalDuBureau bureau;

    @Inject
    public LectureDesRuptures(RuptureService ruptures, JournalDuBureau bureau) {
        this.ruptures = ruptures;
        this.bureau = bureau;
    }

    /** Le compte et ses élèves que l'agent voit ; vide, et rien de noté, s'il n'en voit aucun. */
    public Optional<ChoixDeRupture> presenter(Agent agent, long responsableId) {
        Optional<ChoixDeRupture> lu = ruptures.presenter(agent, responsableId);
        lu.ifPresent(choix ->
                noter(agent, responsableId, choix.enfants().get(0).enfant().eleve()));
        return lu;
    }

    /**
     * Ce que la demande fera.
     *
     * @throws RuptureRefusee les refus de {@link RuptureService#apercu} ; rien n'est noté
     */
    public ApercuDeRupture apercu(Agent agent, UUID jeton) throws RuptureRefusee {
        ApercuDeRupture lu = ruptures.apercu(agent, jeton);
        noter(agent, lu.compte().id(), lu.partent().get(0).enfant().eleve());
        return lu;
    }

    /** Le résultat de cette demande de l'agent ; vide, et rien de noté, comme {@link RuptureService#faite}. */
    public Optional<RuptureFaite> faite(Agent agent, UUID jeton) {
        Optional<RuptureFaite> lue = ruptures.faite(agent, jeton);
        lue.ifPresent(faite ->
                noter(agent, faite.nouveau().id(), faite.enfants().get(0).eleve()));
        return lue;
    }

    private void noter(Agent agent, long responsableId, Eleve eleve) {
        bureau.noter(
                agent,
                ActionBureau.CONSULTATION,
                new Cible(eleve.etablissement().uai(), responsableId, null));
    }
}
