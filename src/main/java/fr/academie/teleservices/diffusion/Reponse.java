package fr.academie.teleservices.diffusion;

import org.jspecify.annotations.Nullable;

/**
 * L'issue d'un envoi.
 *
 * @param faute nulle si l'abonné l'a pris
 * @param statut ce qu'il a répondu ; nul s'il n'a rien répondu
 * @param attente ce qu'il demande d'attendre, tel qu'il l'a écrit ({@code Retry-After}) ; nul s'il ne le dit pas
 */
record Reponse(
        @Nullable FauteDeRemise faute,
        @Nullable Integer statut,
        @Nullable String attente) {

    static Reponse manquee(FauteDeRemise faute) {
        return new Reponse(faute, null, null);
    }
}
