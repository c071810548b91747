package fr.academie.teleservices.socle.courriel;

/**
 * Un courriel en texte brut.
 *
 * @param objet une ligne : tout caractère de contrôle est refusé, pour qu'aucune saisie n'ajoute d'en-tête
 */
public record Courriel(String destinataire, String objet, String texte) {

    public Courriel {
        if (aUnControle(destinataire) || aUnControle(objet)) {
            throw new IllegalArgumentException("Un destinataire et un objet tiennent sur une ligne.");
        }
    }

    private static boolean aUnControle(String texte) {
        return texte.chars().anyMatch(Character::isISOControl);
    }
}
