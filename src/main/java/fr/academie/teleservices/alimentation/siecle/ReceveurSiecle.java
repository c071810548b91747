package fr.academie.teleservices.alimentation.siecle;

import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.Receveur;

/** À qui l'on remet un export de SIECLE : son en-tête d'abord. */
public interface ReceveurSiecle extends Receveur {

    /**
     * L'en-tête, avant toute fiche.
     *
     * @throws FichierRefuse si ce n'est pas un export à prendre : {@link ReglesDEnTete}
     */
    void entete(EnteteSiecle entete) throws FichierRefuse;
}
