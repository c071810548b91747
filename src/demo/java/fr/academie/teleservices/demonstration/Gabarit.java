package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Une page écrite dans un fichier : {@code {{nom}}} y reçoit un texte, toujours échappé ; {@code {{{nom}}}} un morceau déjà rendu
 * par un autre gabarit.
 */
public final class Gabarit {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private final String nom;
    private final String texte;

    private Gabarit(String nom, String texte) {
        this.nom = nom;
        this.texte = texte;
    }

    /** Lit le gabarit rangé près de la classe. */
    public static Gabarit pres(Class<?> classe, String nom) {
        try (InputStream flux = classe.getResourceAsStream(nom)) {
            if (flux == null) {
                throw new IllegalArgumentException("Gabarit absent : " + nom);
            }
            return new Gabarit(nom, new String(flux.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remplit toutes les places ; une place sans valeur est une faute du gabarit. */
    public String rendre(Map<String, String> valeurs) {
        Matcher places = PLACE.matcher(texte);
        return places.replaceAll(place -> Matcher.quoteReplacement(valeur(place, valeurs)));
    }

    private String valeur(MatchResult place, Map<String, String> valeurs) {
        String brut = place.group(1);
        String cle = brut == null ? place.group(2) : brut;
        String valeur = valeurs.get(cle);
        if (valeur == null) {
            throw new IllegalStateException("Le gabarit " + nom + " attend « " + cle + " ».");
        }
        return brut == null ? echapper(valeur) : valeur;
    }

    /** Le texte, sans danger dans une page ou entre les guillemets d'un attribut. */
    public static String echapper(@Nullable String texte) {
        if (texte == null) {
            return "";
        }
        return texte.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
