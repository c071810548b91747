package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.Pas;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une adresse demande du suivi. Sans dates, les douze derniers mois, mois par mois.
 *
 * @param indicateur nul si l'adresse n'en nomme aucun
 * @param classe nulle pour toutes
 * @param borne vrai si l'adresse dit une date : la liste s'y tient
 */
record DemandeDeSuivi(
        @Nullable Indicateur indicateur, @Nullable String classe, LocalDate du, LocalDate au, boolean borne, Pas pas) {

    private static final int LONGUEUR_DE_CLASSE = 60;

    static DemandeDeSuivi lire(UnaryOperator<@Nullable String> parametres, LocalDate aujourdHui) {
        LocalDate au = Parametres.jour(parametres.apply("au")).orElse(aujourdHui);
        LocalDate du = Parametres.jour(parametres.apply("du"))
                .orElse(au.withDayOfMonth(1).minusMonths(11));
        String classe = parametres.apply("classe");
        return new DemandeDeSuivi(
                Parametres.choix(Indicateur.class, parametres.apply("indicateur"))
                        .orElse(null),
                classe == null || classe.length() > LONGUEUR_DE_CLASSE ? null : classe,
                du.isAfter(au) ? au : du,
                au,
                parametres.apply("du") != null,
                Parametres.choix(Pas.class, parametres.apply("pas")).orElse(Pas.MOIS));
    }
}
