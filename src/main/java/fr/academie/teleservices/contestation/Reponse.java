package fr.academie.teleservices.contestation;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.scolarite.EtatRattachement;

/** Ce que l'établissement répond à « Je ne suis pas le représentant légal » ; clé de message {@code reponse.<nom>}. */
public enum Reponse {
    /** La déclaration est juste : le lien est retiré. */
    CONFIRME(EtatRattachement.RETIRE, ActionJournal.CONTESTATION_CONFIRMEE, ActionBureau.SIGNALEMENT_CONFIRME),
    /** La déclaration est fausse : le lien redevient actif. */
    REJETE(EtatRattachement.ACTIF, ActionJournal.CONTESTATION_REJETEE, ActionBureau.SIGNALEMENT_REJETE);

    private final EtatRattachement etat;
    private final ActionJournal auJournal;
    private final ActionBureau auBureau;

    Reponse(EtatRattachement etat, ActionJournal auJournal, ActionBureau auBureau) {
        this.etat = etat;
        this.auJournal = auJournal;
        this.auBureau = auBureau;
    }

    EtatRattachement etat() {
        return etat;
    }

    ActionJournal auJournal() {
        return auJournal;
    }

    ActionBureau auBureau() {
        return auBureau;
    }
}
