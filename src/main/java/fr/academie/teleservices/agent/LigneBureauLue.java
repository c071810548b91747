package fr.academie.teleservices.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une ligne du journal du bureau avec de quoi nommer ce qu'elle regarde.
 *
 * @param responsable identifiant du responsable ; nul si la ligne n'en regarde aucun
 * @param responsableNom son nom ; nul de même
 * @param eleve prénom et nom de l'élève ; nul si la ligne n'en regarde aucun
 */
public record LigneBureauLue(
        long id,
        LigneBureau ligne,
        @Nullable String responsable,
        @Nullable String responsableNom,
        @Nullable String eleve) {

    /** L'instant de la ligne ; « le » est un opérateur dans une page. */
    public Instant instant() {
        return ligne.le();
    }
}
