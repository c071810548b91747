package fr.academie.teleservices.socle.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un modèle XHTML de document, dont les valeurs sont toujours échappées.
 *
 * <p>{@code ${nom}} prend la valeur de ce nom ; {@code ${#nom}…${/nom}} répète son contenu pour chaque élément de la liste
 * {@code nom} (aucune fois si elle est vide), dont les valeurs cachent celles du document. Une valeur absente est une faute de
 * programme.
 */
public final class GabaritPdf {

    private static final Pattern REPETITION = Pattern.compile("\\$\\{#(\\w+)}(.*?)\\$\\{/\\1}", Pattern.DOTALL);
    private static final Pattern VALEUR = Pattern.compile("\\$\\{(\\w+)}");

    private final String modele;

    private GabaritPdf(String modele) {
        this.modele = modele;
    }

    /** Le modèle de cette ressource, voisine de {@code classe}. */
    public static GabaritPdf lire(Class<?> classe, String ressource) {
        try (InputStream flux = classe.getResourceAsStream(ressource)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : le modèle " + ressource + " manque.");
            }
            return new GabaritPdf(new String(flux.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Le modèle " + ressource + " est illisible.", e);
        }
    }

    /** Le document rempli ; chaque valeur est un texte, ou la liste d'une répétition. */
    public String remplir(Map<String, ?> valeurs) {
        return remplir(modele, valeurs);
    }

    private static String remplir(String modele, Map<String, ?> valeurs) {
        String repete =
                REPETITION.matcher(modele).replaceAll(trouvee -> Matcher.quoteReplacement(repeter(trouvee, valeurs)));
        return VALEUR.matcher(repete).replaceAll(trouvee -> Matcher.quoteReplacement(texte(trouvee.group(1), valeurs)));
    }

    private static String repeter(MatchResult trouvee, Map<String, ?> valeurs) {
        StringBuilder suite = new StringBuilder();
        if (!(valeurs.get(trouvee.group(1)) instanceof List<?> elements)) {
            throw new IllegalArgumentException("La liste « " + trouvee.group(1) + " » du modèle n'est pas donnée.");
        }
        for (Object element : elements) {
            Map<String, Object> locales = new HashMap<>(valeurs);
            if (element instanceof Map<?, ?> propres) {
                propres.forEach((nom, valeur) -> locales.put(String.valueOf(nom), valeur));
            }
            suite.append(remplir(trouvee.group(2), locales));
        }
        return suite.toString();
    }

    private static String texte(String nom, Map<String, ?> valeurs) {
        // Une valeur déjà échappée par une répétition ne repasse pas ici : elle ne contient plus de « ${ ».
        Object valeur = valeurs.get(nom);
        if (valeur == null) {
            throw new IllegalArgumentException("La valeur « " + nom + " » du modèle n'est pas donnée.");
        }
        return echapper(valeur.toString());
    }

    /** {@code texte} écrit dans du XML : signes réservés échappés, caractères interdits retirés, « $ » neutralisé. */
    private static String echapper(String texte) {
        StringBuilder sur = new StringBuilder(texte.length());
        texte.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> sur.append("&amp;");
                case '<' -> sur.append("&lt;");
                case '>' -> sur.append("&gt;");
                case '"' -> sur.append("&quot;");
                case '$' -> sur.append("&#36;");
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        sur.appendCodePoint(c);
                    } else if (c == '\n' || c == '\t') {
                        sur.appendCodePoint(c);
                    }
                }
            }
        });
        return sur.toString();
    }
}
