package fr.academie.teleservices.compte;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Le mot de passe d'un courrier, sous sa forme unique : celle qui est imprimée, et dont on garde l'empreinte. Source : DOMAIN §4.
 *
 * <p>Trois groupes de quatre signes, liés par des traits d'union : {@code KTRM-7HPC-X4DN}. Un CAS ne compare que ce qui est tapé : ce que
 * l'on imprime s'y tape donc tel quel. Partout où nous lisons nous-mêmes, les séparateurs et la casse ne comptent pas.
 *
 * <p>L'alphabet n'a pas de sosies (ni 0 O Q, 1 I L, 2 Z, 5 S, 6, 8 B, U ; G, V restent seuls des leurs), ni voyelle, pour ne former aucun
 * mot. Il y en a 19^12, soit 50,9 bits. Les formes d'avant, 8 signes (les guides) ou 10, sans groupes, restent lues.
 */
public record MotDePasseProvisoire(String valeur) {

    static final String ALPHABET = "CDFGHJKMNPRTVWX3479";
    static final int GROUPES = 3;
    static final int PAR_GROUPE = 4;

    private static final char SEPARATEUR = '-';
    private static final String SIGNE = "[" + ALPHABET + "]";
    private static final Pattern FORME =
            Pattern.compile(SIGNE + "{4}" + SEPARATEUR + SIGNE + "{4}" + SEPARATEUR + SIGNE + "{4}");
    private static final Pattern FORME_D_AVANT = Pattern.compile("[A-Z0-9]{8}|[A-Z0-9]{10}");
    /** Blancs, traits, points, soulignés, et signes sans largeur que glisse un copier-coller. */
    private static final Pattern SEPARATEURS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\\p{Cc}._·•−/]+");

    /** Ce que l'on tape en croyant taper un signe de l'alphabet : son sosie, ou la même lettre d'un clavier grec ou russe. */
    private static final Map<Character, Character> SOSIES = Map.ofEntries(
            Map.entry('U', 'V'),
            Map.entry('6', 'G'),
            Map.entry('С', 'C'),
            Map.entry('Н', 'H'),
            Map.entry('К', 'K'),
            Map.entry('М', 'M'),
            Map.entry('Р', 'P'),
            Map.entry('Т', 'T'),
            Map.entry('Х', 'X'),
            Map.entry('Η', 'H'),
            Map.entry('Κ', 'K'),
            Map.entry('Μ', 'M'),
            Map.entry('Ν', 'N'),
            Map.entry('Ρ', 'P'),
            Map.entry('Τ', 'T'),
            Map.entry('Χ', 'X'));

    public MotDePasseProvisoire {
        if (!FORME.matcher(valeur).matches() && !FORME_D_AVANT.matcher(valeur).matches()) {
            throw new IllegalArgumentException("Mot de passe provisoire mal formé.");
        }
    }

    /** Le mot de passe de ces {@value #GROUPES} groupes mis bout à bout. */
    static MotDePasseProvisoire grouper(String signes) {
        StringBuilder groupe = new StringBuilder(signes);
        for (int place = (GROUPES - 1) * PAR_GROUPE; place > 0; place -= PAR_GROUPE) {
            groupe.insert(place, SEPARATEUR);
        }
        return new MotDePasseProvisoire(groupe.toString());
    }

    /**
     * Le mot de passe de courrier que désigne une saisie, avec ou sans séparateurs, de toute casse ; vide si elle n'en a pas la forme.
     * Une saisie de 8 ou 10 lettres et chiffres en a la forme : qui n'est pas un mot de passe de courrier peut l'avoir aussi.
     */
    public static Optional<MotDePasseProvisoire> lire(String saisie) {
        if (saisie.length() > PolitiqueMotDePasse.LONGUEUR_MAXIMALE) {
            return Optional.empty();
        }
        String signes = SEPARATEURS
                .matcher(Normalizer.normalize(saisie, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (FORME_D_AVANT.matcher(signes).matches()) {
            return Optional.of(new MotDePasseProvisoire(signes));
        }
        return signes.length() == GROUPES * PAR_GROUPE ? groupe(sansSosies(signes)) : Optional.empty();
    }

    /** Vrai si cette saisie a la forme qu'une page de connexion remet d'elle-même en groupes : un mot de passe choisi ne l'a pas. */
    static boolean aLaFormeGroupee(String saisie) {
        return lire(saisie).filter(lu -> FORME.matcher(lu.valeur()).matches()).isPresent();
    }

    private static Optional<MotDePasseProvisoire> groupe(String signes) {
        return signes.chars().allMatch(signe -> ALPHABET.indexOf(signe) >= 0)
                ? Optional.of(grouper(signes))
                : Optional.empty();
    }

    private static String sansSosies(String signes) {
        StringBuilder net = new StringBuilder(signes.length());
        signes.chars().forEach(signe -> net.append(SOSIES.getOrDefault((char) signe, (char) signe)));
        return net.toString();
    }

    /** Rien du secret dans une trace. */
    @Override
    public String toString() {
        return "MotDePasseProvisoire";
    }
}
