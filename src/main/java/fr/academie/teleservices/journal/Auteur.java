package fr.academie.teleservices.journal;

import fr.academie.teleservices.compte.Identifiant;
import org.jspecify.annotations.Nullable;

/**
 * Qui a agi, à quel titre et d'où : ce que chaque ligne d'un journal dit de son auteur.
 *
 * @param adresse adresse IP d'où l'on a agi ; nulle pour une tâche du serveur
 * @param moyen par quoi il avait prouvé qui il est ; nul s'il l'avait fait par son mot de passe, ou si ce n'est pas un responsable
 * @param uai l'établissement qui avait fait le courrier ; nul si le moyen est autre, ou s'il n'est pas connu
 */
public record Auteur(
        Identifiant identifiant,
        Profil profil,
        @Nullable String adresse,
        @Nullable Moyen moyen,
        @Nullable String uai) {

    public Auteur(Identifiant identifiant, Profil profil, @Nullable String adresse) {
        this(identifiant, profil, adresse, null, null);
    }

    /** Le titulaire du compte, connecté par son mot de passe. */
    public static Auteur titulaire(Identifiant compte, String adresse) {
        return new Auteur(compte, Profil.RESPONSABLE, adresse);
    }

    /** Une personne qui avait le courrier de ce compte ; {@code uai} nul si l'on ne sait plus quel établissement l'a fait. */
    public static Auteur parCourrier(Identifiant compte, String adresse, @Nullable String uai) {
        return new Auteur(compte, Profil.RESPONSABLE, adresse, Moyen.COURRIER, uai);
    }

    /** Une personne qui avait le lien envoyé à l'adresse mail du compte. */
    public static Auteur parLien(Identifiant compte, String adresse) {
        return new Auteur(compte, Profil.RESPONSABLE, adresse, Moyen.LIEN, null);
    }
}
