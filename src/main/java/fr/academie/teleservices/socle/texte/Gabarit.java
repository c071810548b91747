package fr.academie.teleservices.socle.texte;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Escaper;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Un texte à trous rangé dans les ressources, hors des pages de Faces : courriel, document PDF, descripteur. La syntaxe est celle de
 * Mustache.
 *
 * <p>{@code {{nom}}} prend une valeur, échappée selon la sorte du gabarit ; {@code {{{nom}}}} un morceau qu'un autre gabarit a déjà
 * rendu ; {@code {{#nom}}…{{/nom}}} se répète pour chaque élément d'une liste, ou paraît si la valeur existe et n'est pas
 * {@code false} ; {@code {{^nom}}…{{/nom}}} paraît dans le cas contraire ; {@code {{.}}} est l'élément lui-même ;
 * {@code {{>fichier}}} inclut un gabarit voisin. Un élément voit aussi les valeurs qui l'entourent.
 */
public final class Gabarit {

    private final String nom;
    private final Template modele;

    private Gabarit(Class<?> voisine, String nom, Escaper echappement) {
        this(
                nom,
                Mustache.compiler()
                        .strictSections(true)
                        .withEscaper(echappement)
                        .withLoader(autre -> new StringReader(texte(voisine, autre)))
                        .compile(texte(voisine, nom)));
    }

    private Gabarit(String nom, Template modele) {
        this.nom = nom;
        this.modele = modele;
    }

    /** Un gabarit HTML ou XML, voisin de cette classe ; son absence est une faute du WAR. */
    public static Gabarit balise(Class<?> voisine, String nom) {
        return new Gabarit(voisine, nom, Gabarit::echapper);
    }

    /**
     * Un gabarit écrit dans un réglage, chaque valeur passée par cet échappement.
     *
     * @param nom la clé du réglage
     * @throws IllegalArgumentException le modèle n'est pas du Mustache
     */
    public static Gabarit regle(String nom, String modele, UnaryOperator<String> echappement) {
        try {
            return new Gabarit(
                    nom,
                    Mustache.compiler()
                            .strictSections(true)
                            .withEscaper(echappement::apply)
                            .compile(modele));
        } catch (MustacheException e) {
            throw new IllegalArgumentException("Le réglage " + nom + " n'est pas un modèle.", e);
        }
    }

    /** Un gabarit de texte brut, où rien n'est échappé. */
    public static Gabarit brut(Class<?> voisine, String nom) {
        return new Gabarit(voisine, nom, valeur -> valeur);
    }

    /**
     * Remplit tous les trous.
     *
     * @param valeurs une {@code Map}, ou un record dont les composants portent les noms des trous
     * @throws IllegalArgumentException un trou n'a pas de valeur : faute de programme
     */
    public String rendre(Object valeurs) {
        try {
            return modele.execute(valeurs);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("Le gabarit " + nom + " n'a pas toutes ses valeurs.", e);
        }
    }

    /** Sans danger dans un élément ou entre les guillemets d'un attribut ; les caractères que XML 1.0 interdit disparaissent. */
    private static String echapper(String texte) {
        StringBuilder sur = new StringBuilder(texte.length() + 16);
        texte.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> sur.append("&amp;");
                case '<' -> sur.append("&lt;");
                case '>' -> sur.append("&gt;");
                case '"' -> sur.append("&quot;");
                case '\'' -> sur.append("&#39;");
                default -> {
                    if (permisEnXml(c)) {
                        sur.appendCodePoint(c);
                    }
                }
            }
        });
        return sur.toString();
    }

    private static boolean permisEnXml(int c) {
        boolean moitieDePaire = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= ' ' ? !moitieDePaire && c != 0xFFFE && c != 0xFFFF : c == '\n' || c == '\t';
    }

    private static String texte(Class<?> voisine, String nom) {
        try (InputStream flux = voisine.getResourceAsStream(nom)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : le gabarit " + nom + " manque.");
            }
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
