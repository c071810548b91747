package fr.academie.teleservices.socle.tache;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Un travail déposé une fois par {@link Planificateur#deposer} et fait au moins une fois : un serveur tué au milieu le laisse à un
 * autre. Ce qui ne doit pas se faire deux fois s'écrit dans la transaction qui le marque fait.
 *
 * @param nom clé de la table {@code tache} : ne change pas d'une version à l'autre
 */
public record TacheDeposee(String nom, Travail travail) {

    /** Ce que fait la tâche de cet identifiant. */
    @FunctionalInterface
    public interface Travail {

        /**
         * Fait le travail, ou sa suite ; une exception le fait reprendre plus tard, de plus en plus tard.
         *
         * @param arret vrai quand le serveur s'arrête : laisser la suite à un autre
         * @return quand reprendre ; nul quand il ne reste rien à faire
         */
        @Nullable
        Instant faire(String id, BooleanSupplier arret);
    }
}
