package fr.academie.teleservices.agent;

import fr.academie.teleservices.socle.texte.SignesDeSens;
import java.io.Serializable;

/**
 * Ce que le CAS dit d'un agent, quand le profil d'académie lui confie les habilitations ; retenu le temps de la session.
 *
 * @param nom nom de l'agent ; vide si le CAS ne le dit pas
 * @param prenom prénom de l'agent ; vide si le CAS ne le dit pas
 */
public record AgentDuCas(String nom, String prenom, Habilitations habilitations) implements Serializable {

    public AgentDuCas {
        nom = SignesDeSens.retirer(nom);
        prenom = SignesDeSens.retirer(prenom);
    }
}
