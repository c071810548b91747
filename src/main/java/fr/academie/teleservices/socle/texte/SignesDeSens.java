package fr.academie.teleservices.socle.texte;

/** Les signes invisibles qui changent le sens de l'écriture : dans un nom, ils feraient lire autre chose que ce qui est écrit. */
public final class SignesDeSens {

    private SignesDeSens() {}

    /** Le texte sans eux, et sans autre changement. Source : propriété {@code Bidi_Control} d'Unicode (UAX 9). */
    public static String retirer(String texte) {
        for (int i = 0; i < texte.length(); i++) {
            if (estUn(texte.charAt(i))) {
                StringBuilder nu = new StringBuilder(texte.length()).append(texte, 0, i);
                texte.chars().skip(i).filter(c -> !estUn(c)).forEach(c -> nu.append((char) c));
                return nu.toString();
            }
        }
        return texte;
    }

    private static boolean estUn(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
