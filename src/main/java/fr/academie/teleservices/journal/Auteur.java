package fr.academie.teleservices.journal;

import fr.academie.teleservices.compte.Identifiant;
import org.jspecify.annotations.Nullable;

/**
 * Qui a agi, à quel titre et d'où : ce que chaque ligne d'un journal dit de son auteur.
 *
 * @param adresse adresse IP d'où l'on a agi ; nulle pour une tâche du serveur
 */
public record Auteur(
        Identifiant identifiant, Profil profil, @Nullable String adresse) {

    /** Le titulaire du compte, connecté ou arrivé par un lien reçu. */
    public static Auteur titulaire(Identifiant compte, String adresse) {
        return new Auteur(compte, Profil.RESPONSABLE, adresse);
    }
}
