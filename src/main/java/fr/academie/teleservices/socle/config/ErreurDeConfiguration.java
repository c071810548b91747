package fr.academie.teleservices.socle.config;

import org.jspecify.annotations.Nullable;

/** Un réglage manque, ne se lit pas ou n'existe pas : l'application refuse de démarrer et le message dit quoi corriger. */
public final class ErreurDeConfiguration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ErreurDeConfiguration(String message) {
        super(message);
    }

    public ErreurDeConfiguration(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
