package fr.academie.teleservices.socle.sms;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ce que tient un SMS : 160 signes de l'alphabet GSM à 7 bits, ou 70 de l'UCS-2 dès qu'un signe n'y est pas. Source : 3GPP TS 23.038
 * §6.2.1, TS 23.040 §9.2.3.24.
 *
 * <p>Une écriture qui n'est pas latine en prend deux au plus, que le téléphone réunit : 67 signes chacun. En 70, un message en arabe ou en
 * ukrainien ne dirait ni ce qu'est le code, ni de ne pas répondre.
 */
final class JeuGsm {

    static final int SIGNES_GSM = 160;
    static final int SIGNES_UCS2 = 70;
    static final int SIGNES_UCS2_REUNIS = 2 * 67;

    private static final String BASE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Chacun en prend deux. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** Signes de la typographie que l'alphabet n'a pas, et ceux qui les valent. */
    private static final Map<Integer, String> VALENT = Map.ofEntries(
            Map.entry(0x00A0, " "),
            Map.entry(0x202F, " "),
            Map.entry(0x2009, " "),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"));

    private static final Pattern MARQUES = Pattern.compile("\\p{M}+");

    private JeuGsm() {}

    /**
     * Le texte, sa typographie rendue à l'alphabet GSM. Ses lettres restent ce qu'elles sont s'il tient ainsi en un message ; sinon, une lettre
     * latine dont l'accent n'est pas de cet alphabet le perd : « código », « ninguém » et « geçerli » se lisent sans lui.
     */
    static String simplifier(String texte) {
        String simple = sansTypographie(texte);
        return tientEnUn(simple) ? simple : sansAccentsEtrangers(simple);
    }

    private static String sansAccentsEtrangers(String texte) {
        StringBuilder sans = new StringBuilder(texte.length());
        texte.codePoints().forEach(c -> {
            String lettre = Character.toString(c);
            String nue = c == 'ı'
                    ? "i"
                    : MARQUES.matcher(Normalizer.normalize(lettre, Normalizer.Form.NFD))
                            .replaceAll("");
            sans.append(estGsm(lettre) || !estGsm(nue) ? lettre : nue);
        });
        return sans.toString();
    }

    private static String sansTypographie(String texte) {
        StringBuilder simple = new StringBuilder(texte.length());
        texte.codePoints().forEach(c -> {
            String valeur = VALENT.get(c);
            if (valeur == null) {
                simple.appendCodePoint(c);
            } else {
                simple.append(valeur);
            }
        });
        return simple.toString();
    }

    /** Vrai si chaque signe est de l'alphabet GSM. */
    static boolean estGsm(String texte) {
        return texte.chars().allMatch(c -> BASE.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    }

    /** Ce que le texte prend, en signes de l'alphabet qu'il demande. */
    static int taille(String texte) {
        return estGsm(texte)
                ? texte.length()
                        + (int) texte.chars()
                                .filter(c -> EXTENSION.indexOf(c) >= 0)
                                .count()
                : texte.length();
    }

    /** Vrai si le texte tient en un seul SMS. */
    static boolean tientEnUn(String texte) {
        return taille(texte) <= (estGsm(texte) ? SIGNES_GSM : SIGNES_UCS2);
    }

    /** Vrai si le texte tient en un seul SMS, ou en deux s'il est d'une autre écriture. */
    static boolean tient(String texte) {
        return tientEnUn(texte) || (!estLatin(texte) && taille(texte) <= SIGNES_UCS2_REUNIS);
    }

    /** Vrai si toute lettre est latine : sans ses accents, le texte tiendrait dans l'alphabet GSM. */
    private static boolean estLatin(String texte) {
        return texte.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
