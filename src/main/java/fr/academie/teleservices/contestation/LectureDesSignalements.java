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

/** Les signalements montrés à un agent : chaque regard laisse sa ligne au journal du bureau. */
@Singleton
public final class LectureDesSignalements {

    private static final JsonObject DETAILS =
            FabriqueJson.objet().add("liste", "SIGNALEMENTS").build();
    private static final int LOT = 500;

    private final SignalementService signalements;
    private final JournalDuBureau bureau;

    @Inject
    public LectureDesSignalements(SignalementService signalements, JournalDuBureau bureau) {
        this.signalements = signalements;
        this.bureau = bureau;
    }

    /** Reçoit un signalement. */
    @FunctionalInterface
    public interface Lecteur<E extends Exception> {
        void lire(Signalement signalement) throws E;
    }

    /** Une page de ceux qui attendent l'agent ; une page vide ne nomme personne et ne se note pas. */
    public List<Signalement> page(Agent agent, int passes, int combien) {
        List<Signalement> lus = signalements.enAttente(agent, passes, combien);
        if (!lus.isEmpty()) {
            bureau.noter(agent, ActionBureau.CONSULTATION, Cible.AUCUNE, DETAILS);
        }
        return lus;
    }

    /** Un signalement d'un élève de l'agent, répondu ou non ; vide, et rien de noté, sinon. */
    public Optional<Dossier> dossier(Agent agent, long lienId) {
        Optional<Dossier> lu = signalements.dossier(agent, lienId);
        lu.map(Dossier::signalement)
                .ifPresent(signalement -> bureau.noter(
                        agent,
                        ActionBureau.CONSULTATION,
                        new Cible(
                                signalement.eleve().etablissement().uai(),
                                signalement.responsableId(),
                                signalement.eleve().id())));
        return lu;
    }

    /** Donne à {@code lecteur} tous ceux qui attendent l'agent, par lots : la liste entière ne tient jamais en mémoire. */
    public <E extends Exception> void exporter(Agent agent, Lecteur<E> lecteur) throws E {
        bureau.noter(agent, ActionBureau.EXPORT, Cible.AUCUNE, DETAILS);
        List<Signalement> lot;
        int passes = 0;
        do {
            lot = signalements.enAttente(agent, passes, LOT);
            for (Signalement signalement : lot) {
                lecteur.lire(signalement);
            }
            passes += LOT;
        } while (lot.size() == LOT);
    }
}
