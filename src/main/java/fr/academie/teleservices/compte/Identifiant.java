package fr.academie.teleservices.compte;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * L'identifiant d'un compte sous sa forme unique : minuscules, sans blanc autour.
 *
 * <p>CAS rend le nom tel qu'il a été tapé ({@code "Parent1 "}) et MariaDB compare sans casse : tout identifiant passe par
 * {@link #lire(String)} avant de servir.
 */
public record Identifiant(String valeur) implements Serializable {

    private static final Pattern FORME = Pattern.compile("[a-z0-9][a-z0-9._@'+-]{0,63}");

    public Identifiant {
        if (!FORME.matcher(valeur).matches()) {
            throw new IllegalArgumentException("Identifiant mal formé.");
        }
    }

    /** L'identifiant que désigne une saisie ; vide si aucun compte ne peut porter ce nom. */
    public static Optional<Identifiant> lire(String saisie) {
        String forme = sansBlancs(saisie).toLowerCase(Locale.ROOT);
        return FORME.matcher(forme).matches() ? Optional.of(new Identifiant(forme)) : Optional.empty();
    }

    /** La saisie sans les blancs de tête et de queue, espaces insécables et de largeur nulle compris (copier-coller). */
    public static String sansBlancs(String saisie) {
        int debut = 0;
        int fin = saisie.length();
        while (debut < fin && estBlanc(saisie.charAt(debut))) {
            debut++;
        }
        while (fin > debut && estBlanc(saisie.charAt(fin - 1))) {
            fin--;
        }
        return saisie.substring(debut, fin);
    }

    private static boolean estBlanc(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return valeur;
    }
}
