package fr.academie.teleservices.socle.texte;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un nom comme on l'écrit à quelqu'un : « D’Almeida » et non « D'ALMEIDA ». Les fichiers des écoles portent souvent les noms en
 * capitales, et une phrase qui en contient crie.
 *
 * <ul>
 *   <li>Un nom dont la casse est déjà mêlée reste comme il est : son titulaire l'écrit ainsi.
 *   <li>Un nom tout en capitales, ou tout en minuscules, prend une capitale à chaque suite de lettres : après un blanc, un tiret, une
 *       apostrophe, un point. « Mc » suivi de deux lettres au moins en prend une seconde : « McDonald ».
 *   <li>Des particules, « de » devant un autre mot et « d’ » à l'intérieur du nom restent en minuscules (« de Gaulle », « Dumont
 *       d’Urville ») ; « La », « Le », « Du », « Des » et un « D’ » qui ouvre le nom prennent la capitale (« de La Tour », « Du Bellay »,
 *       « D’Almeida »). Source : Lexique des règles typographiques en usage à l'Imprimerie nationale, particules.
 *   <li>Un chiffre romain n'est pas reconnu : « XI », « VI » ou « LI » sont aussi des noms.
 *   <li>Une écriture sans casse reste comme elle est. L'apostrophe entre deux lettres devient celle de la typographie.
 * </ul>
 */
public final class NomCourant {

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L}\\p{M}{0,4})'(?=\\p{L})");

    /** Une suite de lettres, avec ce qui ne la coupe pas : accents détachés, chiffres, signes de mise en forme. */
    private static final Pattern SUITE = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}\\p{Cf}]*");

    private NomCourant() {}

    /** Le nom à écrire dans une phrase ; vide si {@code nom} l'est. Ne dépend pas de la langue de la machine. */
    public static String ecrire(String nom) {
        String propre = APOSTROPHE.matcher(nom).replaceAll("’");
        return aUne(propre, Character.UPPERCASE_LETTER) == aUne(propre, Character.LOWERCASE_LETTER)
                ? propre
                : composer(propre);
    }

    private static boolean aUne(String nom, byte sorte) {
        return nom.codePoints().anyMatch(c -> Character.getType(c) == sorte);
    }

    private static String composer(String nom) {
        // İ turc a pour minuscule i ; Java lui laisse un point détaché.
        String bas = nom.replace("İ", "i").toLowerCase(Locale.ROOT);
        StringBuilder ecrit = new StringBuilder(nom.length());
        Matcher suites = SUITE.matcher(bas);
        int fin = 0;
        while (suites.find()) {
            ecrit.append(bas, fin, suites.start());
            fin = suites.end();
            String suite = suites.group();
            boolean initiale = nom.startsWith("İ", suites.start());
            ecrit.append(
                    estParticule(suite, bas, suites.start(), fin)
                            ? suite
                            : initiale ? "İ" + suite.substring(1) : avecCapitale(suite));
        }
        return ecrit.append(bas, fin, bas.length()).toString();
    }

    private static boolean estParticule(String suite, String bas, int debut, int fin) {
        return switch (suite) {
            case "de" -> estUnBlanc(bas, fin);
            case "d" -> estUnBlanc(bas, debut - 1) && bas.startsWith("’", fin);
            default -> false;
        };
    }

    private static boolean estUnBlanc(String texte, int rang) {
        return rang >= 0 && rang < texte.length() && Character.isSpaceChar(texte.charAt(rang));
    }

    private static String avecCapitale(String suite) {
        if (suite.startsWith("mc") && suite.codePointCount(2, suite.length()) >= 2) {
            return "Mc" + avecCapitale(suite.substring(2));
        }
        int premier = suite.codePointAt(0);
        return new StringBuilder(suite.length())
                .appendCodePoint(Character.toTitleCase(premier))
                .append(suite, Character.charCount(premier), suite.length())
                .toString();
    }
}
