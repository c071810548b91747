package fr.academie.teleservices.compte;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * L'identifiant d'un compte.
 *
 * <p>Lu de la base, il est tel qu'elle le porte : une base partagée en a que personne d'ici n'a écrits ({@code dupont marie}). Lu d'une
 * saisie, il a une forme unique ({@link #lire}) ; annoncé par le CAS, il est celui que le CAS a comparé ({@link #duCas}).
 */
public record Identifiant(String valeur) implements Serializable {

    /** Ce que la colonne peut porter et qu'une saisie peut désigner : les signes visibles d'ASCII. */
    private static final Pattern FORME = Pattern.compile("[\\x21-\\x7E]{1,64}");

    /** Ce que la colonne peut porter, blancs compris. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}{1,64}");

    public Identifiant {
        if (valeur.isEmpty()) {
            throw new IllegalArgumentException("Un identifiant n'est pas vide.");
        }
    }

    /**
     * L'identifiant que désigne une saisie, débarrassée de ce qu'aucun identifiant ne contient ({@link SaisieDIdentifiant}) ; vide si
     * aucun compte ne peut porter ce qui reste.
     */
    public static Optional<Identifiant> lire(String saisie) {
        return siPossible(SaisieDIdentifiant.forme(saisie));
    }

    /**
     * L'identifiant que désigne le nom annoncé par le CAS, qui le rend tel que tapé ({@code "Parent1 "}).
     *
     * <p>Ne change que ce qu'un CAS, une base ou un annuaire ne distinguent pas, et que la colonne ne peut porter : casse, blancs autour,
     * signes invisibles, accents. Le reste désigne peut-être quelqu'un d'autre : {@code dupont marie} n'est pas {@code dupontmarie}.
     */
    public static Optional<Identifiant> duCas(String principal) {
        String nu = sansBlancs(principal);
        String ascii =
                ASCII.matcher(nu).matches() ? nu : SaisieDIdentifiant.sansAccents(SaisieDIdentifiant.lisible(nu));
        String forme = ascii.toLowerCase(Locale.ROOT);
        return ASCII.matcher(forme).matches() ? Optional.of(new Identifiant(forme)) : Optional.empty();
    }

    /** Les mots d'une recherche où l'on a pu coller un identifiant : sans libellé ni signe invisible, les blancs gardés. */
    public static String sansLibelle(String recherche) {
        return SaisieDIdentifiant.sansLibelle(recherche);
    }

    /** Faux si aucune saisie ne le désigne : son titulaire ne peut pas entrer. */
    public boolean seSaisit() {
        return lire(valeur).filter(this::equals).isPresent();
    }

    private static Optional<Identifiant> siPossible(String forme) {
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
