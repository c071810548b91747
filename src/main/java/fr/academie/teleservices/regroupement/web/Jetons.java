package fr.academie.teleservices.regroupement.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lit le paramètre {@code demande} d'une adresse. */
public final class Jetons {

    private static final Pattern FORME = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Jetons() {}

    /** La demande, ou rien si le paramètre manque ou n'a pas la forme d'un UUID. */
    public static Optional<UUID> lire(@Nullable String parametre) {
        return parametre == null || !FORME.matcher(parametre).matches()
                ? Optional.empty()
                : Optional.of(UUID.fromString(parametre));
    }
}
