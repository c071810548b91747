package fr.academie.teleservices.socle.courriel;

import org.jspecify.annotations.Nullable;

/**
 * Un courriel, dont la version HTML se tire du texte au moment de l'envoi.
 *
 * @param objet une ligne : tout caractère de contrôle est refusé, pour qu'aucune saisie n'ajoute d'en-tête
 * @param langue code de la langue où il est écrit
 */
public record Courriel(String destinataire, String objet, String texte, String langue) {

    private static final int LONGUEUR_MAXIMALE = 254;

    public Courriel {
        if (aUnControle(destinataire) || aUnControle(objet)) {
            throw new IllegalArgumentException("Un destinataire et un objet tiennent sur une ligne.");
        }
    }

    /**
     * Vrai si l'on peut écrire à cette adresse telle que la base la porte : un fichier importé en contient parfois qui n'en sont pas,
     * et ce qu'un courriel annonce doit se faire quand même.
     */
    public static boolean peutAllerA(@Nullable String adresse) {
        return adresse != null
                && adresse.length() <= LONGUEUR_MAXIMALE
                && adresse.indexOf('@') > 0
                && !aUnControle(adresse);
    }

    private static boolean aUnControle(String texte) {
        return texte.chars().anyMatch(Character::isISOControl);
    }
}
