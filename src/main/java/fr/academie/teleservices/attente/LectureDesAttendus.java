package fr.academie.teleservices.attente;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les personnes qui attendent, montrées à un agent : chaque regard laisse sa ligne au journal du bureau. */
@Singleton
public final class LectureDesAttendus {

    private final CreationService creations;
    private final JournalDuBureau bureau;

    @Inject
    public LectureDesAttendus(CreationService creations, JournalDuBureau bureau) {
        this.creations = creations;
        this.bureau = bureau;
    }

    /** La personne ; vide, et rien de noté, si elle n'attend rien ou n'est d'aucun établissement de l'agent. */
    public Optional<Attendu> personne(Agent agent, long id) {
        Optional<Attendu> lue = creations.attendu(agent, id);
        lue.ifPresent(personne -> bureau.noter(
                agent,
                ActionBureau.CONSULTATION,
                new Cible(
                        personne.uai(),
                        personne.compteId(),
                        personne.eleves().get(0).id())));
        return lue;
    }

    /** L'élève pour qui l'on saisirait une personne ; vide, et rien de noté, s'il n'est pas d'un établissement de l'agent. */
    public Optional<Attendu.EleveAttendu> eleve(Agent agent, long eleveId) {
        Optional<Attendu.EleveAttendu> lu = creations.eleve(agent, eleveId);
        lu.ifPresent(eleve -> bureau.noter(agent, ActionBureau.CONSULTATION, new Cible(null, null, eleve.id())));
        return lu;
    }

    /** Les personnes qui attendent, par nom ; une liste vide ne nomme personne et ne se note pas. */
    public List<Attendu> liste(Agent agent, String uai, @Nullable String classe) {
        List<Attendu> lues = creations.attendus(agent, uai, classe);
        if (!lues.isEmpty()) {
            bureau.noter(
                    agent,
                    ActionBureau.CONSULTATION,
                    new Cible(uai, null, null),
                    FabriqueJson.objet()
                            .add("liste", "ATTENDUS")
                            .add("lignes", lues.size())
                            .build());
        }
        return lues;
    }
}
