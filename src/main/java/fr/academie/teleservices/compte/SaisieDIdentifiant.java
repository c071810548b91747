package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.texte.SignesInvisibles;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ce qu'un clavier, un correcteur ou un copier-coller mêle à un identifiant, et qu'aucun ne contient : blancs, signes invisibles,
 * libellé de la lettre, ponctuation de fin de phrase, sosies d'un tiret ou d'une apostrophe, accents, pleine chasse.
 *
 * <p>La page de connexion du CAS refait ce travail avant d'envoyer : le changer, c'est changer aussi {@code saisie.js} de son
 * thème ; {@code SaisieDuCasIT} compare les deux.
 */
final class SaisieDIdentifiant {

    /** Au-delà, ce n'est pas une saisie : une lettre entière tient dans bien moins. */
    private static final int LONGUEUR_LUE = 300;

    private static final String NOM = "(?:identifiant|login|nom d'utilisateur|utilisateur|username|user name)";
    /** « Identifiant du compte* : », « ID : » : ce que seul un deux-points distingue du nom de quelqu'un. */
    private static final String LONG = "(?:" + NOM + "(?: [^:=@.0-9]{1,30})?|id|compte|user) ?[:=]+ ?";

    private static final Pattern LIBELLE = Pattern.compile(
            "^\\W*(?:(?:votre|mon|son|l'|ton|your|my) ?)?(?:" + LONG + "|" + NOM
                    + "(?:,? (?:c')?est)?(?: ?[:=]+ ?| ))(?=.)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUITE = Pattern.compile(
            "(?<=\\S) (?:(?:votre|mon|et|,|;|-|/) ?)*(?:mot de passe|mdp|password)(?: .*|:.*|)$",
            Pattern.CASE_INSENSITIVE);
    /** Puce, flèche, coche : un signe qui n'est ni une lettre ni du clavier. */
    private static final String ORNEMENT = "[\\p{S}\\p{P}&&[^\\p{ASCII}]]";

    private static final Pattern AVANT =
            Pattern.compile("^(?:[\"'<(\\[{*:;,= ]|- |mailto:|" + ORNEMENT + ")+", Pattern.CASE_INSENSITIVE);
    private static final Pattern APRES = Pattern.compile("(?:[\"'>)\\]}*:;,.!? ]|" + ORNEMENT + ")+$");
    private static final Pattern BLANCS = Pattern.compile("[\\s\\p{Z}]+");

    private SaisieDIdentifiant() {}

    /** L'identifiant que la saisie désigne, d'un seul tenant, en minuscules ; vide s'il n'en reste rien ou si elle est démesurée. */
    static String forme(String saisie) {
        if (saisie.length() > LONGUEUR_LUE) {
            return "";
        }
        String mots = sansLibelle(saisie);
        String nu = APRES.matcher(AVANT.matcher(mots).replaceFirst("")).replaceFirst("");
        return sansAccents(BLANCS.matcher(nu).replaceAll("")).toLowerCase(Locale.ROOT);
    }

    /**
     * La saisie, mots séparés d'une espace, sans libellé ni signe invisible, les sosies ramenés au signe du clavier : de quoi chercher un
     * nom comme un identifiant.
     */
    static String sansLibelle(String saisie) {
        String texte = SUITE.matcher(lisible(saisie)).replaceFirst("");
        return LIBELLE.matcher(texte).replaceFirst("").strip();
    }

    /** Le texte, accents ôtés et lettres liées développées : la colonne est en ASCII. */
    static String sansAccents(String texte) {
        String decompose = Normalizer.normalize(texte, Normalizer.Form.NFKD);
        StringBuilder nu = new StringBuilder(decompose.length());
        decompose.codePoints().filter(c -> !estUneMarque(c)).forEach(c -> ajouter(nu, c));
        return nu.toString();
    }

    /** Tout blanc devient une espace, tout sosie le signe du clavier, l'invisible disparaît. */
    static String lisible(String saisie) {
        String visible = sansInvisibles(saisie);
        String compatible = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        StringBuilder lu = new StringBuilder(compatible.length());
        compatible.codePoints().forEach(c -> lu.appendCodePoint(duClavier(c)));
        return BLANCS.matcher(lu).replaceAll(" ").strip();
    }

    private static String sansInvisibles(String saisie) {
        StringBuilder visible = new StringBuilder(saisie.length());
        // Avant NFKC, qui ferait d'un accent aigu isolé une espace et une marque.
        saisie.codePoints()
                .filter(c -> !SignesInvisibles.estUn(c))
                .map(c -> estUneApostrophe(c) ? '\'' : c)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static int duClavier(int c) {
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\u2043' || c == '\u02D7') {
            return '-';
        }
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(c, 10);
        }
        return switch (c) {
            case '«', '»', '“', '”', '„', '‟', '″' -> '"';
            case '‹' -> '<';
            case '›' -> '>';
            case '。', '․', '‧' -> '.';
            default -> c;
        };
    }

    private static void ajouter(StringBuilder nu, int c) {
        switch (c) {
            case 'œ', 'Œ' -> nu.append("oe");
            case 'æ', 'Æ' -> nu.append("ae");
            case 'ß', 'ẞ' -> nu.append("ss");
            case 'ø', 'Ø' -> nu.append('o');
            case 'ł', 'Ł' -> nu.append('l');
            case 'đ', 'Đ', 'ð', 'Ð' -> nu.append('d');
            case 'ı' -> nu.append('i');
            default -> nu.appendCodePoint(c);
        }
    }

    private static boolean estUneApostrophe(int c) {
        return c == '’' || c == '‘' || c == '‛' || c == '′' || c == '´' || c == '`' || c == 'ʼ' || c == 'ʹ' || c == '＇';
    }

    private static boolean estUneMarque(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
