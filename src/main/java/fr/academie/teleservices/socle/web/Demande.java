package fr.academie.teleservices.socle.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ce qu'une requête du bureau demande, lu sans rien croire : un paramètre mal formé vaut un paramètre absent. */
public final class Demande {

    private static final Pattern NUMERO = Pattern.compile("[0-9]{1,18}");
    private static final Pattern JETON = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final int LONGUEUR = 200;

    private Demande() {}

    public static OptionalLong numero(@Nullable String valeur) {
        return valeur != null && NUMERO.matcher(valeur).matches()
                ? OptionalLong.of(Long.parseLong(valeur))
                : OptionalLong.empty();
    }

    /** Le jeton d'une demande ; vide s'il n'en a pas la forme. */
    public static Optional<UUID> jeton(@Nullable String valeur) {
        return valeur != null && JETON.matcher(valeur).matches()
                ? Optional.of(UUID.fromString(valeur))
                : Optional.empty();
    }

    /** Un numéro d'établissement, nul s'il n'en a pas la forme ; sa clé n'est pas vérifiée, de vrais fichiers en portent de fausses. */
    public static @Nullable String uai(@Nullable String valeur) {
        return valeur != null && UAI.matcher(valeur).matches() ? valeur : null;
    }

    /** Le texte sans blancs autour, nul s'il est vide. */
    public static @Nullable String texte(@Nullable String valeur) {
        String nu = valeur == null ? "" : valeur.strip();
        return nu.isEmpty() ? null : nu.substring(0, Math.min(nu.length(), LONGUEUR));
    }

    public static <E extends Enum<E>> Optional<E> choix(Class<E> type, @Nullable String valeur) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(valeur))
                .findFirst();
    }

    /** Ces paramètres en question d'adresse, sans ceux qui sont vides : {@code ?q=durand&tri=CLASSE} ; vide s'il n'en reste pas. */
    public static String question(Map<String, ? extends @Nullable Object> parametres) {
        String suite = parametres.entrySet().stream()
                .filter(p -> p.getValue() != null && !p.getValue().toString().isEmpty())
                .map(p -> p.getKey() + "=" + encoder(String.valueOf(p.getValue())))
                .collect(Collectors.joining("&"));
        return suite.isEmpty() ? "" : "?" + suite;
    }

    public static String encoder(String valeur) {
        return URLEncoder.encode(valeur, StandardCharsets.UTF_8);
    }

    /** Répond comme pour une page qui n'existe pas : hors de ses établissements, rien n'existe. */
    public static void introuvable() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new IllegalStateException("La réponse n'a pas pu partir.", e);
        }
    }
}
