package fr.academie.teleservices.socle.mesure;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tous les chiffres de l'application, relevés à la demande. */
@Singleton
public final class Mesures {

    private final Iterable<Mesurable> sources;

    @Inject
    public Mesures(@Any Instance<Mesurable> sources) {
        this((Iterable<Mesurable>) sources);
    }

    Mesures(Iterable<Mesurable> sources) {
        this.sources = sources;
    }

    /** Chaque chiffre à cet instant, par nom. Deux du même nom sont une faute de programme. */
    public SortedMap<String, Long> relever() {
        SortedMap<String, Long> releve = new TreeMap<>();
        for (Mesurable source : sources) {
            for (Mesure mesure : source.mesures()) {
                if (releve.put(mesure.nom(), mesure.lecture().getAsLong()) != null) {
                    throw new IllegalStateException("Deux mesures portent le nom « " + mesure.nom() + " ».");
                }
            }
        }
        return releve;
    }
}
