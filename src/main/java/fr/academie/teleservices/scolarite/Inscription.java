package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Un établissement où un élève est inscrit aujourd'hui ; sorti de partout, le dernier qui l'a connu.
 *
 * @param classe nulle si l'import ne l'a pas dite
 */
public record Inscription(
        Etablissement etablissement, @Nullable String classe) {}
