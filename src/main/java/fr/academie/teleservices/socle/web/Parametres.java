package fr.academie.teleservices.socle.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ce que disent les paramètres d'une requête, lu sans rien croire : mal formé ou vide, un paramètre vaut un paramètre absent. */
public final class Parametres {

    private static final Pattern NUMERO = Pattern.compile("[0-9]{1,18}");
    private static final Pattern JETON = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final Pattern JOUR = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final int LONGUEUR = 200;

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

    /** Le jour que dit un champ de date ({@code 2026-10-03}) ; vide si ce n'en est pas un d'un siècle proche. */
    public static Optional<LocalDate> jour(@Nullable String valeur) {
        if (valeur == null || !JOUR.matcher(valeur).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(valeur));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
