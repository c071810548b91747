package fr.academie.teleservices.alimentation;

import org.jspecify.annotations.Nullable;

/**
 * « Cet élève est dans cette classe », dit un fichier.
 *
 * @param eleve numéro de l'élève dans la source
 * @param structure pour l'annuaire, le numéro de l'établissement ; nul pour SIECLE, où c'est celui du fichier
 * @param classe son nom ; nul si l'établissement est dit sans classe
 */
public record ClasseLue(
        String eleve, @Nullable String structure, @Nullable String classe) {}
