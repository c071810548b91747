package fr.academie.teleservices.habilitation;

import java.time.Instant;

/**
 * Une habilitation donnée à un identifiant, qui s'ouvrira quand l'agent se connectera.
 *
 * @param nom son nom, comme son prénom et son mail : ce que le chef a écrit, jamais ce que la base sait d'un autre établissement
 * @param chef vrai s'il dirigera l'établissement
 */
public record HabilitationAttendue(
        long id, String identifiant, String nom, String prenom, String mail, boolean chef, Instant donneeLe) {

    public String nomComplet() {
        return prenom + " " + nom;
    }

    /** Son instant, pour la page. */
    public Instant instant() {
        return donneeLe;
    }
}
