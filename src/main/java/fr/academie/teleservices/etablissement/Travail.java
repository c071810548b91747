package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Identifiant;
import java.util.Map;
import java.util.UUID;

/**
 * Un long travail demandé par un agent, tel que la base le connaît : où il en est, puis ce qu'il a fait.
 *
 * @param lettres lettres scellées qui attendent d'être emportées
 * @param arrete l'agent a perdu le droit de le finir
 * @param emporte ses lettres ont été emportées
 */
public record Travail(
        UUID jeton,
        Identifiant agent,
        Genre genre,
        String uai,
        int total,
        Map<Issue, Integer> issues,
        int lettres,
        boolean fini,
        boolean arrete,
        boolean emporte) {

    /** Ce que fait le travail ; clé de message {@code bureau.travail.<nom>}. */
    public enum Genre {
        COMPTES,
        COURRIERS
    }

    /** Ce qu'est devenue une personne du travail ; clé de message {@code bureau.issue.<genre>.<nom>}. */
    public enum Issue {
        FAIT,
        /** Un compte existe peut-être déjà pour elle : à voir une par une. */
        A_VOIR,
        /** Elle n'attend plus rien, ou son courrier a été fait ou son compte activé entre-temps. */
        SANS_OBJET,
        /** Une panne ou un serveur trop chargé : rien n'a changé pour elle. */
        ECHEC,
        /** Sa lettre, faite avant une longue interruption, a été effacée avant que le travail ne finisse. */
        EFFACE
    }

    public Travail {
        issues = Map.copyOf(issues);
    }

    public int faits() {
        return issues.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Personnes pour qui rien n'a été tenté : le travail s'est arrêté avant elles. */
    public int restants() {
        return total - faits();
    }

    /** Nombre de personnes de cette issue. */
    public int combien(Issue issue) {
        return issues.getOrDefault(issue, 0);
    }

    /** Nombre de personnes de l'issue de ce nom, pour les pages. */
    public int nombre(String issue) {
        return combien(Issue.valueOf(issue));
    }

    /** Vrai s'il reste des lettres à emporter. */
    public boolean aEmporter() {
        return fini && !emporte && lettres > 0;
    }

    /** Arrêté, il ne porte plus de lettre : celui qui l'a lancé peut encore lire pourquoi. */
    boolean estDe(Agent autre) {
        return agent.equals(autre.identifiant()) && (autre.agitPour(uai) || arrete);
    }
}
