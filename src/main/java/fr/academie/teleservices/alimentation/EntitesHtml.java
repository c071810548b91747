package fr.academie.teleservices.alimentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Les entités de HTML que l'annuaire emploie sans les déclarer : {@code rsquo} pour une apostrophe, {@code iacute} pour un i accentué. Source : XHTML 1.0, annexe A.2.
 */
final class EntitesHtml {

    private static final Map<String, String> ENTITES = charger();

    private EntitesHtml() {}

    /** Le caractère que nomme l'entité ; nul si ce n'en est pas une. */
    static @Nullable String caractere(String nom) {
        return ENTITES.get(nom);
    }

    private static Map<String, String> charger() {
        Properties lues = new Properties();
        try (InputStream fichier =
                Objects.requireNonNull(EntitesHtml.class.getResourceAsStream("entites-html.properties"))) {
            lues.load(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entites = new HashMap<>();
        lues.forEach(
                (nom, hexa) -> entites.put(nom.toString(), Character.toString(Integer.parseInt(hexa.toString(), 16))));
        return Map.copyOf(entites);
    }
}
