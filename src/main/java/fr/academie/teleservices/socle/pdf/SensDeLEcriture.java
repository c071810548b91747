package fr.academie.teleservices.socle.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import fr.academie.teleservices.socle.texte.Ecritures;
import java.text.Bidi;

/** Les noms écrits de droite à gauche, dans une ligne qui va de gauche à droite : leurs lettres liées et leur ordre. Source : UAX 9. */
final class SensDeLEcriture implements BidiReorderer {

    @Override
    public String reorderRTLTextToLTR(String texte) {
        return Ecritures.poserDeGaucheADroite(texte);
    }

    @Override
    public String shapeText(String texte) {
        return Ecritures.lier(texte);
    }

    @Override
    public String deshapeText(String texte) {
        return Ecritures.delier(texte);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Découpe un paragraphe en passages d'un seul sens. */
    static final class Decoupe implements BidiSplitter {

        private Bidi passages = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraphe, byte sens) {
            passages = new Bidi(
                    paragraphe,
                    switch (sens) {
                        case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                        case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                        default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                    });
        }

        @Override
        public int countTextRuns() {
            return passages.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int rang) {
            int debut = passages.getRunStart(rang);
            return new BidiTextRun(
                    debut, passages.getRunLimit(rang) - debut, passages.getRunLevel(rang) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraphe) {
            return new Bidi(paragraphe, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
