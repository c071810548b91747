package fr.academie.teleservices.historique;

import fr.academie.teleservices.journal.ActionJournal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Une chose arrivée à un compte, en mots pour son titulaire.
 *
 * @param quoi une phrase
 * @param nomme l'identifiant ou le prénom que {@code quoi} cite ; nul si la phrase ne nomme personne
 * @param par qui l'a faite, en mots : le titulaire, l'établissement, l'académie
 * @param adresse adresse du réseau d'où le titulaire a agi ; nulle si un autre a agi, ou si elle n'est pas connue
 * @param compteAbsorbe identifiant du compte à qui c'est arrivé, s'il a été regroupé depuis avec celui-ci ; nul sinon
 * @param accuse jeton du regroupement dont un accusé peut être téléchargé ; nul s'il n'y en a pas
 */
public record Fait(
        Instant le,
        ActionJournal action,
        String quoi,
        @Nullable String nomme,
        String par,
        @Nullable String adresse,
        @Nullable String compteAbsorbe,
        @Nullable UUID accuse) {

    /** Son instant, pour la page : {@code le} y est un opérateur. */
    public Instant instant() {
        return le;
    }
}
