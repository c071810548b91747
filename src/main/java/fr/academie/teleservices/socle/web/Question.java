package fr.academie.teleservices.socle.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Une adresse de l'application et sa question : {@code /assistance?mots=durand}. Ne change plus une fois faite. */
public record Question(String adresse) {

    /** La même, avec ce paramètre ; inchangée si la valeur est nulle ou vide. */
    public Question avec(String nom, @Nullable Object valeur) {
        if (valeur == null || valeur.toString().isEmpty()) {
            return this;
        }
        return new Question(adresse
                + (adresse.indexOf('?') < 0 ? '?' : '&')
                + nom
                + '='
                + URLEncoder.encode(valeur.toString(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return adresse;
    }
}
