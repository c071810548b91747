package fr.academie.teleservices.navigateur;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Les textes d'une page HTML, et ce que son traducteur a le droit d'en traduire ; sans navigateur, la page étant entière. */
final class TextesDUnePage {

    /**
     * Un texte de la page.
     *
     * @param traduisible faux sous un {@code translate="no"}
     */
    record Texte(String contenu, boolean traduisible) {}

    private record Element(String nom, boolean traduisible) {}

    private static final Set<String> VIDES = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static final Pattern MORCEAUX = Pattern.compile(
            "<!--.*?-->|<!DOCTYPE[^>]*>|<(?<ferme>/?)(?<nom>[A-Za-z][\\w:-]*)(?<attributs>(?:\"[^\"]*\"|'[^']*'|[^'\">])*)>"
                    + "|(?<texte>[^<]+)",
            Pattern.DOTALL);
    private static final Pattern TRANSLATE = Pattern.compile("\\stranslate=\"(no|yes)\"");

    private TextesDUnePage() {}

    static List<Texte> lire(String page) {
        List<Texte> textes = new ArrayList<>();
        Deque<Element> ouverts = new ArrayDeque<>();
        Matcher morceau = MORCEAUX.matcher(page);
        while (morceau.find()) {
            if (morceau.group("texte") != null) {
                textes.add(new Texte(morceau.group("texte").strip(), traduisible(ouverts)));
            } else if (morceau.group("nom") != null) {
                balise(morceau, ouverts);
            }
        }
        if (!ouverts.isEmpty()) {
            throw new AssertionError("Éléments restés ouverts : " + ouverts);
        }
        return textes;
    }

    private static void balise(Matcher balise, Deque<Element> ouverts) {
        String nom = balise.group("nom").toLowerCase(Locale.ROOT);
        if (!balise.group("ferme").isEmpty()) {
            if (ouverts.isEmpty() || !ouverts.pop().nom().equals(nom)) {
                throw new AssertionError("Élément mal fermé : " + nom);
            }
        } else if (!VIDES.contains(nom) && !balise.group("attributs").endsWith("/")) {
            Matcher translate = TRANSLATE.matcher(balise.group("attributs"));
            boolean traduisible = translate.find() ? "yes".equals(translate.group(1)) : traduisible(ouverts);
            ouverts.push(new Element(nom, traduisible));
        }
    }

    private static boolean traduisible(Deque<Element> ouverts) {
        Element parent = ouverts.peek();
        return parent == null || parent.traduisible();
    }
}
