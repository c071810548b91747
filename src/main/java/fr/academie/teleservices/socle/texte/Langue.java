package fr.academie.teleservices.socle.texte;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Une langue du service.
 *
 * @param locale celle de ses mots, de ses pluriels, de ses nombres et de ses dates
 */
public record Langue(Locale locale) {

    private static final Pattern ENTRE_DEUX_CHIFFRES = Pattern.compile("(?<=[0-9]) (?=[0-9])");

    private static final Pattern INDICATIF = Pattern.compile("(?<![0-9\u200e])\\+(?=[0-9])");

    /** Celle dans laquelle le service est écrit : elle a tous les mots, les autres lui empruntent ceux qui leur manquent. */
    public static final Langue REFERENCE = new Langue(Locale.FRENCH);

    /** Son code (BCP 47), celui du réglage, du cookie et du compte : {@code fr}, {@code ar}, {@code fr-FACILE}. */
    public String code() {
        return locale.toLanguageTag();
    }

    /**
     * Ce que disent d'elle les attributs {@code lang} et {@code hreflang}. Une façon d'écrire une langue ({@code FACILE}) n'est pas au registre
     * de l'IANA : un lecteur d'écran n'y lirait que du français, et c'est ce qu'elle est.
     */
    public String lang() {
        return new Locale.Builder().setLocale(locale).setVariant("").build().toLanguageTag();
    }

    /** La feuille de style des pages, du même sens qu'elle. */
    public String feuille() {
        return "rtl".equals(sens()) ? "pages.rtl.css" : "pages.css";
    }

    /** Vrai si elle est du français : les mots qu'un guide imprime s'y lisent tels quels. */
    public boolean estDuFrancais() {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage());
    }

    /** Celle de ses pluriels et de ses nombres. Les chiffres sont ceux du papier : une date, un téléphone se recopient tels quels. */
    ULocale icu() {
        return ULocale.forLocale(locale).setKeywordValue("numbers", "latn");
    }

    /** Le sens où elle s'écrit, celui de l'attribut {@code dir} : {@code ltr} ou {@code rtl}. */
    public String sens() {
        return ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
    }

    /**
     * Ce texte, où les groupes d'un nombre qui se recopie (téléphone, code) restent dans l'ordre du papier. De droite à gauche, une espace ordinaire
     * entre deux chiffres les ferait lire du dernier au premier ; l'insécable en fait un seul nombre. Source : UAX 9, règle W4. Un + qui l'ouvre
     * passerait à sa fin : un signe sans dessin l'y attache (W7).
     */
    public String nombresLies(String texte) {
        return "rtl".equals(sens())
                ? INDICATIF
                        .matcher(ENTRE_DEUX_CHIFFRES.matcher(texte).replaceAll("\u00a0"))
                        .replaceAll("\u200e+")
                : texte;
    }

    /** Le nom de son fichier de mots : {@code messages_fr.properties}. */
    String fichier() {
        return "messages_" + code().replace('-', '_') + ".properties";
    }
}
