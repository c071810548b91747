package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.KeyPair;

/** Les lettres d'un travail fini, remises à l'agent : le journal du bureau dit combien sont parties. */
@Singleton
public final class LettresEmportees {

    private final TravauxDuBureau travaux;
    private final JournalDuBureau bureau;

    @Inject
    public LettresEmportees(TravauxDuBureau travaux, JournalDuBureau bureau) {
        this.travaux = travaux;
        this.bureau = bureau;
    }

    /**
     * Note le départ des lettres, puis les donne à {@code envoi} ; comme {@link TravauxDuBureau#emporter}.
     *
     * @return faux s'il n'y a rien à emporter : rien n'est noté
     */
    public <E extends Exception> boolean emporter(
            Agent agent, Travail travail, KeyPair paire, TravauxDuBureau.Envoi<E> envoi) throws E {
        return travaux.emporter(travail, paire, lettres -> {
            bureau.noter(
                    agent,
                    ActionBureau.EXPORT,
                    new Cible(travail.uai(), null, null),
                    FabriqueJson.objet()
                            .add("quoi", "COURRIERS")
                            .add("lettres", lettres.size())
                            .build());
            envoi.envoyer(lettres);
        });
    }
}
