package fr.academie.teleservices.socle.texte;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/**
 * L'ordre alphabétique, le même que celui des listes que la base trie ({@code nom_compact}, {@code prenom_compact}, et la collation) :
 * accents, casse, tirets, apostrophes, points et blancs n'y comptent pas ; É est auprès d'E, œ vaut oe. À lettres égales, la clé suivante
 * décide. Source : règles françaises du CLDR, premier niveau, ponctuation ignorée ; DOMAIN §5.
 */
public final class OrdreFrancais {

    /** Sans état une fois figé : il sert à tous les fils. */
    private static final Collator ORDRE = ordre();

    private OrdreFrancais() {}

    /** Compare deux noms ; 0 s'ils ont les mêmes lettres. */
    public static Comparator<String> comparateur() {
        return ORDRE::compare;
    }

    private static Collator ordre() {
        RuleBasedCollator ordre = (RuleBasedCollator) Collator.getInstance(ULocale.FRENCH);
        ordre.setStrength(Collator.PRIMARY);
        ordre.setAlternateHandlingShifted(true);
        return ordre.freeze();
    }
}
