package fr.academie.teleservices.socle.sms;

import java.util.Map;

/**
 * Ce que tient un seul SMS : 160 signes de l'alphabet GSM à 7 bits, ou 70 de l'UCS-2 dès qu'un signe n'y est pas. Source : 3GPP TS 23.038
 * §6.2.1, TS 23.040 §9.2.3.24.
 */
final class JeuGsm {

    static final int SIGNES_GSM = 160;
    static final int SIGNES_UCS2 = 70;

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

    private JeuGsm() {}

    /** Le texte, sa typographie rendue à l'alphabet GSM ; les lettres restent ce qu'elles sont. */
    static String simplifier(String texte) {
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
}
