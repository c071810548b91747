package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une source dit d'une personne.
 *
 * @param adresse où lui écrire ; nulle si la source n'en dit rien
 */
public record PersonneDite(
        long id,
        String numero,
        @Nullable String civilite,
        String nomFamille,
        @Nullable String nomUsage,
        @Nullable String prenom,
        @Nullable String mail,
        @Nullable String telephonePortable,
        @Nullable String adresse,
        @Nullable String codePostal,
        @Nullable String commune) {}
