package fr.academie.teleservices.alimentation;

import org.jspecify.annotations.Nullable;

/**
 * Une personne responsable, telle qu'un fichier la dit.
 *
 * @param numero son numéro dans la source ; il n'a de sens que dans le périmètre du fichier
 * @param civilite « M. » ou « MME » ; nulle si le fichier n'en dit rien
 * @param prenom nul pour une institution (aide sociale à l'enfance, foyer) : elle a des liens, jamais de compte
 * @param mail une adresse à laquelle on peut écrire
 * @param portable en E.164
 * @param voie nulle si le fichier n'a pas d'adresses
 */
public record PersonneLue(
        String numero,
        @Nullable String civilite,
        String nomFamille,
        @Nullable String nomUsage,
        @Nullable String prenom,
        @Nullable String mail,
        @Nullable String portable,
        @Nullable String voie,
        @Nullable String codePostal,
        @Nullable String commune) {}
