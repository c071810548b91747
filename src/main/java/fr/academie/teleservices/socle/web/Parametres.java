package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.texte.SignesInvisibles;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ce que disent les paramètres d'une requête, lu sans rien croire : mal formé ou vide, un paramètre vaut un paramètre absent. */
public final class Parametres {

    private static final Pattern NUMERO = Pattern.compile("[0-9]{1,18}");
    private static final Pattern JETON = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    /** Ce qu'envoie un sélecteur de date. */
    private static final Pattern JOUR_ISO = Pattern.compile("((?:19|20|21)[0-9]{2})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    /** Ce que l'on tape là où il n'y en a pas : {@code 25/10/2026}, {@code 25.10.26}. */
    private static final Pattern JOUR_TAPE =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]((?:19|20|21)?[0-9]{2})");

    private static final Pattern BLANCS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern AUTOUR_DU_TRAIT = Pattern.compile(" ?([-/.]) ?");

    private static final int SIECLE = 2000;
    private static final int ANNEE_ENTIERE = 1000;
    private static final int LONGUEUR = 200;
    private static final int LONGUEUR_DE_JOUR = 30;

    private Parametres() {}

    /** Un numéro de ligne ou un compte, jamais négatif. */
    public static OptionalLong numero(@Nullable String valeur) {
        return valeur != null && NUMERO.matcher(valeur).matches()
                ? OptionalLong.of(Long.parseLong(valeur))
                : OptionalLong.empty();
    }

    /** Le jeton d'une demande, un UUID écrit en entier. */
    public static Optional<UUID> jeton(@Nullable String valeur) {
        return valeur != null && JETON.matcher(valeur).matches()
                ? Optional.of(UUID.fromString(valeur))
                : Optional.empty();
    }

    /** Un numéro d'établissement, nul s'il n'en a pas la forme ; sa clé n'est pas vérifiée, de vrais fichiers en portent de fausses. */
    public static @Nullable String uai(@Nullable String valeur) {
        return valeur != null && UAI.matcher(valeur).matches() ? valeur : null;
    }

    /**
     * Le jour que dit un champ de date, tel que l'envoie un sélecteur ({@code 2026-10-03}) ou qu'on le tape sans lui ({@code
     * 03/10/2026}) ; vide si ce n'en est pas un d'un siècle proche.
     */
    public static Optional<LocalDate> jour(@Nullable String valeur) {
        String nu = valeur == null || valeur.length() > LONGUEUR_DE_JOUR ? "" : duClavier(valeur);
        Matcher iso = JOUR_ISO.matcher(nu);
        if (iso.matches()) {
            return jour(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher tape = JOUR_TAPE.matcher(nu);
        return tape.matches() ? jour(tape.group(3), tape.group(2), tape.group(1)) : Optional.empty();
    }

    /** Blancs d'un clavier de téléphone, chiffres de pleine chasse, traits et signes invisibles d'un copier-coller. */
    private static String duClavier(String valeur) {
        String visible = Normalizer.normalize(valeur, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !SignesInvisibles.estUn(c))
                .map(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c)
                .map(c -> Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return AUTOUR_DU_TRAIT
                .matcher(BLANCS.matcher(visible).replaceAll(" ").strip())
                .replaceAll("$1");
    }

    private static Optional<LocalDate> jour(String annee, String mois, String jour) {
        int lue = Integer.parseInt(annee);
        try {
            return Optional.of(LocalDate.of(
                    lue < ANNEE_ENTIERE ? SIECLE + lue : lue, Integer.parseInt(mois), Integer.parseInt(jour)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Ce qui a été tapé dans un champ de date sans en être une ; vide s'il est vide ou se lit. */
    public static String jourIllisible(@Nullable String valeur) {
        String tape = texte(valeur, LONGUEUR_DE_JOUR);
        return jour(valeur).isPresent() ? "" : tape;
    }

    /** La page d'une liste, de 1 à {@link Pagination#DERNIERE} ; la première à défaut. */
    public static int page(@Nullable String valeur) {
        long page = numero(valeur).orElse(1);
        return page < 1 || page > Pagination.DERNIERE ? 1 : (int) page;
    }

    /** Le texte sans blancs autour, coupé à 200 caractères ; nul s'il est vide. */
    public static @Nullable String texte(@Nullable String valeur) {
        String nu = texte(valeur, LONGUEUR);
        return nu.isEmpty() ? null : nu;
    }

    /** Le texte sans blancs autour, coupé à cette longueur ; vide s'il manque. */
    public static String texte(@Nullable String valeur, int longueur) {
        String nu = valeur == null ? "" : valeur.strip();
        return nu.substring(0, Math.min(nu.length(), longueur));
    }

    /** La constante de ce nom exact. */
    public static <E extends Enum<E>> Optional<E> choix(Class<E> type, @Nullable String valeur) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(valeur))
                .findFirst();
    }
}
