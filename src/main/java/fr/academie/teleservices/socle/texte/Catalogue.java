package fr.academie.teleservices.socle.texte;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Les mots d'une langue, et ses phrases à trous, comprises une fois pour toutes. */
final class Catalogue {

    private final Langue langue;
    private final Map<String, String> mots;
    private final Map<String, String> avecLesGuides;
    private final ZoneId fuseau;
    private final FormesDeDate dates;
    private final Map<String, MessageFormat> phrases = new ConcurrentHashMap<>();

    /** @param francais ses mots, ou ceux du français dont elle est la traduction */
    Catalogue(Langue langue, Map<String, String> mots, Map<String, String> francais, ZoneId fuseau) {
        this.langue = langue;
        Map<String, String> siens = new HashMap<>(mots);
        siens.replaceAll((cle, mot) -> langue.nombresLies(mot));
        this.mots = Map.copyOf(siens);
        this.avecLesGuides = langue.estDuFrancais()
                ? Map.of()
                : MotsDesGuides.CLES.stream()
                        .collect(Collectors.toMap(
                                cle -> cle,
                                cle -> MotsDesGuides.joindre(
                                        Objects.requireNonNull(siens.get(cle)),
                                        Objects.requireNonNull(francais.get(cle)))));
        this.fuseau = fuseau;
        this.dates = FormesDeDate.lire(this::mot, langue.locale());
    }

    Langue langue() {
        return langue;
    }

    boolean contient(@Nullable Object cle) {
        return cle != null && mots.containsKey(cle);
    }

    /** Le mot de cette clé, tel qu'écrit ; {@link MissingResourceException} si elle est absente. */
    String mot(@Nullable Object cle) {
        String mot = cle == null ? null : mots.get(cle);
        if (mot == null) {
            throw new MissingResourceException(
                    "Aucun message pour la clé " + cle + ".", langue.fichier(), String.valueOf(cle));
        }
        return mot;
    }

    /** Le mot de cette clé, pour une page : avec celui qu'un guide imprime, s'il est dans une autre langue. */
    String motDUnePage(@Nullable Object cle) {
        String joint = cle == null ? null : avecLesGuides.get(cle);
        return joint == null ? mot(cle) : joint;
    }

    FormesDeDate dates() {
        return dates;
    }

    /** La phrase de cette clé, ses trous remplis ; un instant y devient un jour et une heure de l'académie, un jour reste un jour. */
    String phrase(String cle, @Nullable Object... valeurs) {
        MessageFormat phrase = phrases.computeIfAbsent(cle, c -> new MessageFormat(mot(c), langue.icu()));
        Object[] dites = Arrays.stream(valeurs).map(this::dire).toArray();
        // ICU y garde les formats de nombre qu'il vient de choisir : une phrase ne se remplit pas à deux à la fois.
        synchronized (phrase) {
            return langue.nombresLies(phrase.format(dites));
        }
    }

    private @Nullable Object dire(@Nullable Object valeur) {
        if (valeur instanceof Instant instant) {
            return dates.jourEtHeure().format(instant.atZone(fuseau));
        }
        return valeur instanceof LocalDate jour ? dates.jour().format(jour) : valeur;
    }

    /** Ses mots, pour en faire le tour. */
    Map<String, String> mots() {
        return mots;
    }
}
