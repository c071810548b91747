package fr.academie.teleservices.socle.texte;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Les signes qui ne se voient pas et ne sont pas des blancs : format, contrôle, sens d'écriture, variante, lettres vides. Un copier-coller en
 * mêle à tout texte. Source : propriété {@code Default_Ignorable_Code_Point} d'Unicode (UAX 44).
 */
public final class SignesInvisibles {

    private SignesInvisibles() {}

    /** Vrai si rien ne se lit de ce texte : blancs, signes invisibles, accents sans lettre ; la base aussi le tient pour vide. */
    public static boolean seulsDans(String texte) {
        return texte.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || estUn(c));
    }

    public static boolean estUn(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || Character.getType(c) == Character.FORMAT
                || (Character.getType(c) == Character.CONTROL && !Character.isWhitespace(c))
                // Le braille vide, et ce que met un copier-coller à la place de ce qu'il ne sait pas copier.
                || c == '\u2800'
                || c == '\uFFFC'
                || c == '\uFFFD';
    }
}
