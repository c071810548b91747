package fr.academie.teleservices.accueil.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Ce qu'un fichier importé donne pour « site » n'est un lien que si c'est bien une adresse http(s). */
final class AdresseDeSite {

    private AdresseDeSite() {}

    /** Vrai pour une adresse absolue en http ou https ; faux pour tout le reste, {@code javascript:} compris. */
    static boolean sure(@Nullable String adresse) {
        if (adresse == null) {
            return false;
        }
        try {
            URI uri = new URI(adresse);
            String schema = uri.getScheme();
            return uri.getHost() != null && ("https".equalsIgnoreCase(schema) || "http".equalsIgnoreCase(schema));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
