package fr.academie.teleservices.socle.mesure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Des événements comptés en mémoire, par code : de quoi tenir une {@link Comptable}. */
public final class Comptes {

    private final String nom;
    private final String etiquette;
    private final Map<String, LongAdder> parCode = new ConcurrentHashMap<>();

    public Comptes(String nom, String etiquette) {
        this.nom = nom;
        this.etiquette = etiquette;
    }

    public void compter(Enum<?> code) {
        parCode.computeIfAbsent(code.name(), inconnu -> new LongAdder()).increment();
    }

    public List<Compteur> lire() {
        return new TreeMap<>(parCode)
                .entrySet().stream()
                        .map(compte -> new Compteur(
                                nom,
                                etiquette,
                                compte.getKey(),
                                compte.getValue().sum()))
                        .toList();
    }
}
