package fr.academie.teleservices.acces;

import fr.academie.teleservices.journal.Profil;
import java.io.Serializable;

/**
 * L'autre profil de la personne connectée, quand elle est à la fois responsable et agent : de quoi lui en proposer le passage, et rien de
 * plus. Ses droits n'en viennent jamais : y passer, c'est entrer à nouveau par le CAS.
 */
public record AutreProfil(Profil profil) implements Serializable {

    /** Nom de l'attribut de session. */
    public static final String ATTRIBUT = AutreProfil.class.getName();

    /** La page d'arrivée de ce profil. */
    public String destination() {
        return profil.bureau().orElse("/accueil");
    }
}
