package fr.academie.teleservices.socle.pdf;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * La coupure des mots français en fin de ligne : entre deux syllabes, par des traits d'union conditionnels (U+00AD).
 *
 * <p>Règles du Lexique des règles typographiques en usage à l'Imprimerie nationale : on coupe devant la consonne qui ouvre une
 * syllabe ; les groupes qui notent un seul son ou s'enchaînent ({@code ch, gn, tr, pl…}) ne se séparent pas ; deux voyelles non
 * plus ; on ne laisse ni moins de trois lettres en fin de ligne, ni moins de trois au début de la suivante, ni une syllabe muette
 * seule. Un mot qui porte une majuscule ou un chiffre (nom propre, sigle, identifiant) reste entier.
 */
final class Cesure {

    static final char TRAIT_CONDITIONNEL = '\u00AD';

    private static final Pattern MOT = Pattern.compile("[\\p{L}\\p{N}@._'’/-]+");
    private static final Pattern MOT_COMMUN = Pattern.compile("(?:\\p{L}{1,2}[’'])?\\p{Ll}+");
    private static final String VOYELLES = "aeiouyàâäéèêëîïôöùûüÿœæ";
    private static final int MOINDRE_BOUT = 3;
    private static final int MOT_COURT = 7;

    /** Deux consonnes qui ouvrent ensemble une syllabe. */
    private static final Set<String> INSEPARABLES = Set.of(
            "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gn", "gr", "ph", "pl", "pr", "th", "tr", "vr", "qu",
            "gu");

    private Cesure() {}

    /** Le texte, ses mots communs de sept lettres au moins pourvus de leurs coupures possibles. */
    static String couper(String texte) {
        return MOT.matcher(texte)
                .replaceAll(trouve -> Matcher.quoteReplacement(
                        MOT_COMMUN.matcher(trouve.group()).matches() ? couperLeMot(trouve.group()) : trouve.group()));
    }

    private static String couperLeMot(String mot) {
        if (mot.length() < MOT_COURT) {
            return mot;
        }
        String forme = mot.toLowerCase(Locale.ROOT);
        int debut = Math.max(forme.indexOf('\''), forme.indexOf('’')) + 1;
        StringBuilder coupe = new StringBuilder(mot.length() + 4);
        for (int i = 0; i < mot.length(); i++) {
            if (i - debut >= MOINDRE_BOUT
                    && mot.length() - i >= MOINDRE_BOUT
                    && ouvreUneSyllabe(forme, i)
                    && !finitMuet(forme, i)) {
                coupe.append(TRAIT_CONDITIONNEL);
            }
            coupe.append(mot.charAt(i));
        }
        return coupe.toString();
    }

    /** Vrai si une coupure est permise devant la lettre {@code i}. */
    private static boolean ouvreUneSyllabe(String mot, int i) {
        if (!estConsonne(mot, i) || !aUneVoyelle(mot, i)) {
            return false;
        }
        boolean groupe = i + 2 < mot.length() && INSEPARABLES.contains(mot.substring(i, i + 2));
        int voyelle = groupe ? i + 2 : i + 1;
        boolean suivieDUneVoyelle =
                voyelle < mot.length() && (!estConsonne(mot, voyelle) || "qugu".contains(mot.substring(i, i + 2)));
        boolean coupeUnGroupe = estConsonne(mot, i - 1) && INSEPARABLES.contains(mot.substring(i - 1, i + 1));
        return suivieDUneVoyelle && !coupeUnGroupe && mot.charAt(i) != 'x' && mot.charAt(i - 1) != 'x';
    }

    /** Vrai si la fin du mot, depuis {@code i}, n'a que le son muet de {@code e}, {@code es} ou {@code ent}. */
    private static boolean finitMuet(String mot, int i) {
        String fin = mot.substring(i);
        return fin.matches("[^" + VOYELLES + "]+u?e(s|nt)?") && !fin.endsWith("ment");
    }

    private static boolean aUneVoyelle(String mot, int fin) {
        for (int i = 0; i < fin; i++) {
            if (!estConsonne(mot, i) && Character.isLetter(mot.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean estConsonne(String mot, int i) {
        char lettre = mot.charAt(i);
        return Character.isLetter(lettre) && VOYELLES.indexOf(lettre) < 0;
    }
}
