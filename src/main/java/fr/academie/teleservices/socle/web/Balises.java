package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.MotsDesGuides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Les noms propres d'une phrase à trous, que le traducteur d'un navigateur ne doit pas traduire : un parent nommé « Petit » n'est pas
 * « Small », et un identifiant traduit ne sert plus.
 *
 * <p>{@code #{balises.nom(x)}} marque une valeur de la phrase, {@code #{balises.html(phrase)}} échappe la phrase et entoure d'un {@code
 * translate="no"} ce qui y est marqué. C'est le seul texte qu'une page écrit sans que Faces l'échappe.
 */
@Named("balises")
@Singleton
public final class Balises {

    /** Signes d'usage privé : ni un nom de la base ni un mot de la langue n'en a. */
    private static final char OUVRE = '\uE000';

    private static final char FERME = '\uE001';
    private static final Pattern MARQUES = Pattern.compile("[" + OUVRE + FERME + "]");

    /** Cette valeur, marquée comme un nom propre. */
    public String nom(@Nullable Object valeur) {
        return valeur == null ? "" : OUVRE + brut(valeur.toString()) + FERME;
    }

    /** Ces valeurs, chacune marquée comme un nom propre, séparées par des virgules ; vide s'il n'y en a pas. */
    public String noms(Collection<?> valeurs) {
        return valeurs.stream().map(this::nom).collect(Collectors.joining(", "));
    }

    /** Une phrase déjà faite, marquée où elle cite ce nom ; telle quelle s'il est nul ou vide. */
    public String citer(@Nullable String phrase, @Nullable String nom) {
        String nue = brut(phrase);
        return nom == null || nom.isEmpty() ? nue : nue.replace(nom, nom(nom));
    }

    /** La phrase en HTML, échappée, ses noms marqués hors de la traduction ; vide si elle est nulle. */
    public String html(@Nullable String phrase) {
        if (phrase == null) {
            return "";
        }
        StringBuilder html = new StringBuilder(phrase.length() + 32);
        for (int i = 0; i < phrase.length(); i++) {
            char signe = phrase.charAt(i);
            switch (signe) {
                case OUVRE -> html.append("<span translate=\"no\">");
                case FERME -> html.append("</span>");
                case MotsDesGuides.OUVRE -> html.append(MotsDesGuides.AVANT);
                case MotsDesGuides.FERME -> html.append(MotsDesGuides.APRES);
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(signe);
            }
        }
        return html.toString();
    }

    /** La phrase sans ses marques, pour un attribut ou le titre de l'onglet ; vide si elle est nulle. */
    public String brut(@Nullable String phrase) {
        return phrase == null ? "" : MARQUES.matcher(MotsDesGuides.oter(phrase)).replaceAll("");
    }

    /** « no » si la phrase porte un nom, nul sinon : la valeur de {@code translate} où l'on ne peut pas baliser. */
    public @Nullable String traduire(@Nullable String phrase) {
        return phrase != null && phrase.indexOf(OUVRE) >= 0 ? "no" : null;
    }
}
