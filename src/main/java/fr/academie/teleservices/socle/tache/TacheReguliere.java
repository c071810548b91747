package fr.academie.teleservices.socle.tache;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Un travail qui revient, fait par un serveur à la fois.
 *
 * @param nom clé de la table {@code tache} et du dernier passage montré à l'exploitation : ne change pas d'une version à l'autre
 * @param cadence attente entre la fin d'un passage, réussi ou non, et le suivant
 * @param attendUnTiers vrai si le travail attend un service qui peut être lent : il a son fil, et ne prend pas ceux des autres
 * @param travail rend combien il a fait
 */
public record TacheReguliere(String nom, Duration cadence, boolean attendUnTiers, IntSupplier travail) {

    public TacheReguliere(String nom, Duration cadence, IntSupplier travail) {
        this(nom, cadence, false, travail);
    }
}
