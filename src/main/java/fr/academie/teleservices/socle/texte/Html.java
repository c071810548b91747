package fr.academie.teleservices.socle.texte;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Du HTML ou du XHTML écrit hors de Faces : courriels et documents. */
public final class Html {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Html() {}

    /** Le texte, sans danger dans un élément ou entre les guillemets d'un attribut. */
    public static String echapper(String texte) {
        return texte.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Le gabarit de ce nom, rangé dans les ressources près de la classe ; son absence est une faute du WAR. */
    public static Gabarit gabarit(Class<?> classe, String nom) {
        try (InputStream flux = classe.getResourceAsStream(nom)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : " + nom + " manque.");
            }
            return new Gabarit(new String(flux.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Une page à trous : {@code {{nom}}} y reçoit une valeur, que l'appelant a échappée. */
    public record Gabarit(String texte) {

        /** Remplit tous les trous ; un trou sans valeur est une faute de programme. */
        public String rendre(Map<String, String> valeurs) {
            return PLACE.matcher(texte).replaceAll(trou -> {
                String valeur = valeurs.get(trou.group(1));
                if (valeur == null) {
                    throw new IllegalArgumentException("Pas de valeur pour « " + trou.group(1) + " ».");
                }
                return Matcher.quoteReplacement(valeur);
            });
        }
    }
}
