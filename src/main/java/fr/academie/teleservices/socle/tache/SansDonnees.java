package fr.academie.teleservices.socle.tache;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** db-scheduler n'écrit ni ne lit aucune donnée : les nôtres sont du JSON que {@link TacheMapper} porte, jamais un objet Java. */
final class SansDonnees implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object donnees) {
        if (donnees != null) {
            throw new IllegalArgumentException("Une tâche ne porte aucun objet Java.");
        }
        return null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] lues) {
        return null;
    }
}
