package fr.academie.teleservices.socle.texte;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Les écritures autres que latines, pour qui pose les signes un à un : lettres liées, sens inverse, équivalent en lettres latines. */
public final class Ecritures {

    private static final ArabicShaping LIAISON =
            new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);
    private static final ArabicShaping DELIAISON =
            new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.LENGTH_GROW_SHRINK);
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");

    private Ecritures() {}

    /** Le texte, ses lettres arabes sous la forme qu'elles ont dans le mot. */
    public static String lier(String texte) {
        return former(LIAISON, texte);
    }

    /** L'inverse de {@link #lier}. */
    public static String delier(String texte) {
        return former(DELIAISON, texte);
    }

    /** Le texte d'un passage écrit de droite à gauche, dans l'ordre où ses signes se posent de gauche à droite. */
    public static String poserDeGaucheADroite(String texte) {
        return new Bidi(texte, Bidi.DIRECTION_RIGHT_TO_LEFT)
                .writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    /** Le texte en lettres latines ; ce qui n'a pas d'équivalent reste tel quel. Source : CLDR, {@code Any-Latin}. */
    public static String enLettresLatines(String texte) {
        return LATIN.transliterate(texte);
    }

    /** Le texte, signe à signe, tel qu'on les compte en le lisant : une lettre et ses accents, les images assemblées en une. Source : UAX 29. */
    public static List<String> signes(String texte) {
        BreakIterator fins = BreakIterator.getCharacterInstance(ULocale.ROOT);
        fins.setText(texte);
        List<String> signes = new ArrayList<>();
        int debut = fins.first();
        for (int fin = fins.next(); fin != BreakIterator.DONE; fin = fins.next()) {
            signes.add(texte.substring(debut, fin));
            debut = fin;
        }
        return signes;
    }

    /** Vrai d'un émoji ou d'un drapeau. Source : propriétés {@code Extended_Pictographic} et {@code Regional_Indicator} (UTS 51). */
    public static boolean estUneImage(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR);
    }

    private static String former(ArabicShaping mise, String texte) {
        try {
            return mise.shape(texte);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(
                    "La longueur du texte peut changer : la mise en forme ne la refuse pas.", e);
        }
    }
}
