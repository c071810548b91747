package fr.academie.teleservices.historique;

import fr.academie.teleservices.journal.ActionJournal;
import java.util.EnumSet;
import java.util.Set;

/** De quoi trier l'historique ; clé de message {@code historique.genre.<nom>}. */
public enum Genre {
    TOUT,
    CONNEXIONS,
    REGROUPEMENTS,
    /** Activation, mot de passe, coordonnées, contestations : tout le reste. */
    COMPTE;

    /** Les actions de ce genre. La fermeture d'un compte absorbé n'est d'aucun : le regroupement du compte qui reste la dit déjà. */
    public Set<ActionJournal> actions() {
        Set<ActionJournal> connexions = EnumSet.of(ActionJournal.CONNEXION);
        Set<ActionJournal> regroupements = EnumSet.of(
                ActionJournal.REGROUPEMENT,
                ActionJournal.REGROUPEMENT_REFUSE,
                ActionJournal.RUPTURE,
                ActionJournal.RUPTURE_ANNULEE);
        return switch (this) {
            case CONNEXIONS -> connexions;
            case REGROUPEMENTS -> regroupements;
            case TOUT -> EnumSet.complementOf(EnumSet.of(ActionJournal.FERMETURE));
            case COMPTE -> {
                Set<ActionJournal> autres = EnumSet.complementOf(EnumSet.of(ActionJournal.FERMETURE));
                autres.removeAll(connexions);
                autres.removeAll(regroupements);
                yield autres;
            }
        };
    }
}
