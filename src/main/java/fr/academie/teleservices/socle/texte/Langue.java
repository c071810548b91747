package fr.academie.teleservices.socle.texte;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Une langue du service.
 *
 * @param locale celle de ses mots, de ses pluriels, de ses nombres et de ses dates
 */
public record Langue(Locale locale) {

    /** Celle dans laquelle le service est écrit : elle a tous les mots, les autres lui empruntent ceux qui leur manquent. */
    public static final Langue REFERENCE = new Langue(Locale.FRENCH);

    /** Son code (BCP 47), celui des attributs {@code lang} et {@code hreflang} : {@code fr}. */
    public String code() {
        return locale.toLanguageTag();
    }

    /** Le sens où elle s'écrit, celui de l'attribut {@code dir} : {@code ltr} ou {@code rtl}. */
    public String sens() {
        return ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Le nom de son fichier de mots : {@code messages_fr.properties}. */
    String fichier() {
        return "messages_" + locale + ".properties";
    }
}
