package fr.academie.teleservices.habilitation;

import org.jspecify.annotations.Nullable;

/**
 * Un agent habilité pour un établissement.
 *
 * @param id clé de l'agent
 * @param chef vrai s'il y donne et y retire les habilitations
 */
public record AgentHabilite(
        long id,
        String identifiant,
        String nom,
        String prenom,
        @Nullable String mail,
        boolean chef) {

    public String nomComplet() {
        return prenom + " " + nom;
    }
}
