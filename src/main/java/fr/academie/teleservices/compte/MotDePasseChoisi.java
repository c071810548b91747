package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.texte.SignesInvisibles;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Ce que deux appareils peuvent envoyer autrement pour un même mot de passe, réglé ici une fois. Source : RFC 8265, profil
 * {@code OpaqueString} (NFC, tout blanc vaut une espace, rien d'invisible), plus les blancs autour et les signes que les claviers de
 * téléphone mettent d'eux-mêmes à la place d'un autre.
 *
 * <p>Un CAS compare exactement ce qui est tapé. Rien ne change donc entre ce qui est choisi et ce qui est gardé : un mot de passe qui n'est pas
 * sa propre forme est refusé, en disant pourquoi. À la preuve, ce qui est tapé est essayé tel quel, comme le CAS, puis sous sa forme : une
 * empreinte faite ailleurs, espace finale comprise, se prouve ici comme là.
 */
final class MotDePasseChoisi {

    private MotDePasseChoisi() {}

    /** Ce qui empêcherait ce mot de passe d'être retapé partout ; vide s'il est sa propre forme. */
    static Optional<RegleMotDePasse> defaut(String choisi) {
        String forme = forme(choisi);
        if (forme.equals(choisi)) {
            return Optional.empty();
        }
        return Optional.of(
                forme.equals(Identifiant.sansBlancs(choisi))
                        ? RegleMotDePasse.BLANC_AUTOUR
                        : RegleMotDePasse.SIGNE_CHANGEANT);
    }

    /** Les lectures d'une saisie, dans l'ordre où les essayer : telle quelle, puis sous sa forme si elle en diffère. */
    static Set<String> lectures(String saisie) {
        return new LinkedHashSet<>(Arrays.asList(saisie, forme(saisie)));
    }

    static String forme(String saisie) {
        StringBuilder forme = new StringBuilder(saisie.length());
        Normalizer.normalize(saisie, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !SignesInvisibles.estUn(c))
                .forEach(c -> ajouter(forme, c));
        return Identifiant.sansBlancs(forme.toString());
    }

    private static void ajouter(StringBuilder forme, int c) {
        switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u2032' -> forme.append('\'');
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033' -> forme.append('"');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> forme.append('-');
            case '\u2026' -> forme.append("...");
            default -> {
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    forme.append(' ');
                } else {
                    forme.appendCodePoint(c);
                }
            }
        }
    }
}
