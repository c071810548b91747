package fr.academie.teleservices.socle.pdf;

import fr.academie.teleservices.socle.texte.Ecritures;
import java.io.IOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Ce que les polices embarquées savent écrire. Un nom n'a jamais de dièses à la place de ses lettres : Marianne, sinon la police de secours ;
 * sinon ses lettres latines ; et ce qui n'en a pas (une image) ne s'imprime pas.
 */
final class SignesImprimables {

    private static final int UNICODE = 0x10FFFF;

    private final BitSet ordinaires;
    private final BitSet tous;

    SignesImprimables(Police ordinaire, Police secours) {
        ordinaires = signes(ordinaire);
        tous = signes(secours);
        tous.or(ordinaires);
    }

    /** Le texte, composé, où les passages que rien n'écrit sont en lettres latines. */
    String rendre(String texte) {
        String compose = Normalizer.normalize(texte, Normalizer.Form.NFC);
        if (compose.codePoints().allMatch(this::sImprime)) {
            return compose;
        }
        StringBuilder imprimable = new StringBuilder(compose.length());
        int i = 0;
        while (i < compose.length()) {
            boolean sImprime = sImprime(compose.codePointAt(i));
            int fin = finDuPassage(compose, i, c -> sImprime(c) == sImprime);
            String passage = compose.substring(i, fin);
            if (sImprime) {
                imprimable.append(passage);
            } else {
                Ecritures.enLettresLatines(passage)
                        .codePoints()
                        .filter(this::sImprime)
                        .forEach(imprimable::appendCodePoint);
            }
            i = fin;
        }
        return imprimable.toString();
    }

    /**
     * Le premier signe du texte, accents et assemblages compris, que rien n'écrit, ou qui est une image : aucun nom n'en a, même si une police
     * la dessine. Un signe qui ne se voit pas est rendu par son numéro, « U+0007 » ; vide si tout s'imprime.
     */
    Optional<String> sansDessin(String texte) {
        String compose = Normalizer.normalize(texte, Normalizer.Form.NFC);
        return Ecritures.signes(compose).stream()
                .filter(signe -> !signe.codePoints().allMatch(c -> sImprime(c) && !Ecritures.estUneImage(c)))
                .findFirst()
                .map(SignesImprimables::nommer);
    }

    private static String nommer(String signe) {
        int premier = signe.codePointAt(0);
        boolean seVoit = Character.isDefined(premier)
                && Character.getType(premier) != Character.CONTROL
                && Character.getType(premier) != Character.PRIVATE_USE;
        return seVoit ? signe : String.format(Locale.ROOT, "U+%04X", premier);
    }

    /** Vrai si la police ordinaire n'y suffit pas. */
    boolean demandeLeSecours(String texte) {
        return !texte.codePoints().allMatch(c -> estSansDessin(c) || ordinaires.get(c));
    }

    private boolean sImprime(int c) {
        return estSansDessin(c) || tous.get(c);
    }

    /** Blancs, sauts de ligne, traits conditionnels : la mise en page s'en sert, aucune police n'a à les dessiner. */
    private static boolean estSansDessin(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static int finDuPassage(String texte, int debut, IntPredicate semblable) {
        int fin = debut;
        while (fin < texte.length() && semblable.test(texte.codePointAt(fin))) {
            fin += Character.charCount(texte.codePointAt(fin));
        }
        return fin;
    }

    private static BitSet signes(Police police) {
        try (TrueTypeFont lue = new TTFParser().parse(new RandomAccessReadBuffer(police.flux()))) {
            CmapLookup table = lue.getUnicodeCmapLookup();
            BitSet signes = new BitSet();
            for (int c = 0; c <= UNICODE; c++) {
                if (table.getGlyphId(c) != 0) {
                    signes.set(c);
                }
            }
            return signes;
        } catch (IOException e) {
            throw new IllegalStateException("Une police du WAR est illisible.", e);
        }
    }
}
