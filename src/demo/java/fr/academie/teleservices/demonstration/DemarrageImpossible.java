package fr.academie.teleservices.demonstration;

import org.jspecify.annotations.Nullable;

/** Une pièce de la démonstration n'a pas pu démarrer ; le message est une phrase à montrer telle quelle. */
public final class DemarrageImpossible extends RuntimeException {

    public DemarrageImpossible(String phrase) {
        super(phrase);
    }

    public DemarrageImpossible(String phrase, @Nullable Throwable cause) {
        super(phrase, cause);
    }
}
