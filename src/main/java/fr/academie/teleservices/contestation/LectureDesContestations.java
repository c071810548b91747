package fr.academie.teleservices.contestation;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les contestations montrées à un agent : chaque regard laisse sa ligne au journal du bureau. */
@Singleton
public final class LectureDesContestations {

    private static final JsonObject DETAILS =
            FabriqueJson.objet().add("liste", "CONTESTATIONS").build();
    private static final int LOT = 500;

    private final ReponseService reponses;
    private final JournalDuBureau bureau;

    @Inject
    public LectureDesContestations(ReponseService reponses, JournalDuBureau bureau) {
        this.reponses = reponses;
        this.bureau = bureau;
    }

    /** Reçoit une contestation. */
    @FunctionalInterface
    public interface Lecteur<E extends Exception> {
        void lire(Contestation contestation) throws E;
    }

    /** Une page de ceux qui attendent l'agent, d'un de ses établissements ou de tous (nul) ; une page vide ne nomme personne et ne se note pas. */
    public List<Contestation> page(Agent agent, @Nullable String uai, int passes, int combien) {
        List<Contestation> lus = reponses.enAttente(agent, uai, passes, combien);
        if (!lus.isEmpty()) {
            bureau.noter(agent, ActionBureau.CONSULTATION, Cible.AUCUNE, DETAILS);
        }
        return lus;
    }

    /** Une contestation d'un élève de l'agent, répondue ou non ; vide, et rien de noté, sinon. */
    public Optional<Dossier> dossier(Agent agent, long lienId) {
        Optional<Dossier> lu = reponses.dossier(agent, lienId);
        lu.map(Dossier::contestation)
                .ifPresent(contestation -> bureau.noter(
                        agent,
                        ActionBureau.CONSULTATION,
                        new Cible(
                                contestation.eleve().etablissement().uai(),
                                contestation.responsableId(),
                                contestation.eleve().id())));
        return lu;
    }

    /** Donne à {@code lecteur} tous ceux qui attendent l'agent, par lots : la liste entière ne tient jamais en mémoire. */
    public <E extends Exception> void exporter(Agent agent, @Nullable String uai, Lecteur<E> lecteur) throws E {
        bureau.noter(agent, ActionBureau.EXPORT, Cible.AUCUNE, DETAILS);
        List<Contestation> lot;
        int passes = 0;
        do {
            lot = reponses.enAttente(agent, uai, passes, LOT);
            for (Contestation contestation : lot) {
                lecteur.lire(contestation);
            }
            passes += LOT;
        } while (lot.size() == LOT);
    }
}
