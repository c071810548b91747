package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Identifiant;
import java.io.Serializable;

/** Ce que la session HTTP retient de la personne connectée ; tout le reste se relit en base à chaque requête. */
public record SessionUtilisateur(long sessionId, Identifiant identifiant, Profil profil) implements Serializable {

    /** Nom de l'attribut de session. */
    public static final String ATTRIBUT = SessionUtilisateur.class.getName();
}
