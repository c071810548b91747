package fr.academie.teleservices.alimentation;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Ce que le lecteur XML dit d'une faute, en anglais, rendu par un code. Ses phrases ne bougent pas tant que sa version ne bouge pas. */
final class FautesXml {

    private static final Map<Pattern, CodeRemarque> PHRASES = Map.of(
            Pattern.compile("(?i)unexpected close tag|mismatched|missing (end|close)"), CodeRemarque.BALISE_MAL_FERMEE,
            Pattern.compile("(?i)maximum .*limit|limit \\(\\d+\\) exceeded"), CodeRemarque.DEMESURE,
            Pattern.compile("(?i)illegal character|CTRL-CHAR|invalid (white space )?character|not a valid XML"
                            + " character"),
                    CodeRemarque.CARACTERE_INTERDIT);

    private static final Pattern ENCODAGE_CONTREDIT =
            Pattern.compile("(?i)invalid UTF-(8|16|32)|inconsistent|unpaired surrogate|ASCII character over");
    private static final Pattern ENCODAGE_INCONNU =
            Pattern.compile("(?i)unsupported encoding|unrecognized encoding|invalid encoding");
    private static final Pattern AVANT_LA_RACINE =
            Pattern.compile("(?i)in prolog|expected '<'|second root|unexpected character .* in epilog");

    private FautesXml() {}

    /** Une entité que personne ne connaît. */
    static final class EntiteInconnue extends XMLStreamException {

        private static final long serialVersionUID = 1L;
        private final String nom;

        EntiteInconnue(String nom) {
            super("Entité inconnue : " + nom);
            this.nom = nom;
        }
    }

    /**
     * Le refus qui répond à cette faute.
     *
     * @param xml nul si le fichier ne s'est pas même ouvert
     * @throws UncheckedIOException si ce n'est pas le fichier qui est en cause, mais sa lecture : un disque, un réseau
     */
    static FichierRefuse refus(Exception faute, String fichier, FluxSurveille flux, @Nullable XMLStreamReader xml) {
        String phrase = String.valueOf(faute.getMessage());
        int ligne = ligne(faute, flux, xml);
        EntiteInconnue entite = cause(faute, EntiteInconnue.class);
        if (entite != null) {
            return new FichierRefuse(CodeRemarque.ENTITE_INCONNUE, fichier, ligne, faute, entite.nom);
        }
        if (flux.demesure()) {
            return new FichierRefuse(CodeRemarque.DEMESURE, fichier, ligne, faute);
        }
        FichierRefuse archive = cause(faute, FichierRefuse.class);
        if (archive != null) {
            return archive;
        }
        if (cause(faute, UnsupportedEncodingException.class) != null
                || ENCODAGE_INCONNU.matcher(phrase).find()) {
            return new FichierRefuse(CodeRemarque.ENCODAGE_INCONNU, fichier, ligne, faute);
        }
        if (cause(faute, CharConversionException.class) != null
                || ENCODAGE_CONTREDIT.matcher(phrase).find()) {
            return new FichierRefuse(CodeRemarque.ENCODAGE_CONTREDIT, fichier, ligne, faute);
        }
        IOException lecture = cause(faute, IOException.class);
        if (lecture != null) {
            throw new UncheckedIOException(lecture);
        }
        return new FichierRefuse(code(faute, phrase, ligne), fichier, ligne, faute);
    }

    private static CodeRemarque code(Exception faute, String phrase, int ligne) {
        if (cause(faute, WstxEOFException.class) != null) {
            return phrase.contains("in prolog") ? CodeRemarque.VIDE : CodeRemarque.TRONQUE;
        }
        if (ligne <= 1 && AVANT_LA_RACINE.matcher(phrase).find()) {
            return CodeRemarque.NI_XML_NI_ARCHIVE;
        }
        return PHRASES.entrySet().stream()
                .filter(connue -> connue.getKey().matcher(phrase).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(CodeRemarque.XML_MAL_FORME);
    }

    /** Celle que dit la faute, sinon où en est le lecteur, sinon où en sont les octets : ils sont lus d'avance. */
    private static int ligne(Exception faute, FluxSurveille flux, @Nullable XMLStreamReader xml) {
        XMLStreamException situee = cause(faute, XMLStreamException.class);
        if (situee != null && situee.getLocation() != null) {
            return Math.max(1, situee.getLocation().getLineNumber());
        }
        return xml instanceof XMLStreamReader2 lecteur
                ? Math.max(1, lecteur.getLocationInfo().getCurrentLocation().getLineNumber())
                : flux.ligne();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable faute, Class<T> voulue) {
        Throwable vue = faute;
        for (int i = 0; vue != null && i < 10; i++) {
            if (voulue.isInstance(vue)) {
                return voulue.cast(vue);
            }
            vue = suivante(vue);
        }
        return null;
    }

    private static @Nullable Throwable suivante(Throwable faute) {
        Throwable cause = faute.getCause();
        return cause == null && faute instanceof XMLStreamException flux ? flux.getNestedException() : cause;
    }
}
