package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.FiltreDuJournal;
import fr.academie.teleservices.agent.LectureDuJournal;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une adresse demande du journal du bureau. Sans date de début, les trente derniers jours.
 *
 * @param acteur et responsable : tels que tapés
 */
record DemandeDeJournal(String acteur, @Nullable ActionBureau action, String responsable, LocalDate du, LocalDate au) {

    private static final int JOURS = 30;
    private static final int LONGUEUR = 64;

    static DemandeDeJournal lire(UnaryOperator<@Nullable String> parametres, LocalDate aujourdHui) {
        LocalDate au = Parametres.jour(parametres.apply("au")).orElse(aujourdHui);
        return new DemandeDeJournal(
                Parametres.texte(parametres.apply("acteur"), LONGUEUR),
                Parametres.choix(ActionBureau.class, parametres.apply("action")).orElse(null),
                Parametres.texte(parametres.apply("responsable"), LONGUEUR),
                Parametres.jour(parametres.apply("du")).orElse(au.minusDays(JOURS)),
                au);
    }

    /** Le filtre, borné à ce que cet agent peut lire ; les jours sont ceux de l'académie. */
    FiltreDuJournal filtre(Agent agent, HeureDeLAcademie heure) {
        return new FiltreDuJournal(
                LectureDuJournal.lisibles(agent),
                acteur.isEmpty()
                        ? null
                        : acteur.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{ASCII}]", "?")
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_"),
                action,
                responsable.isEmpty() ? null : lireIdentifiant().orElse("?"),
                heure.debut(du),
                heure.fin(au));
    }

    /** L'adresse qui redemande la même chose. */
    Question question(String adresse) {
        return new Question(adresse)
                .avec("acteur", acteur)
                .avec("action", action)
                .avec("responsable", responsable)
                .avec("du", du)
                .avec("au", au);
    }

    private Optional<String> lireIdentifiant() {
        return Identifiant.lire(responsable).map(Identifiant::valeur);
    }
}
