package fr.academie.teleservices.acces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une session ouverte, telle que sa personne la voit dans la liste des siennes.
 *
 * @param adresse adresse IP d'où elle a été ouverte ; nulle si elle l'a été avant que le service ne la note
 */
public record SessionOuverte(
        long id, Instant ouverteLe, @Nullable String adresse) {

    /** De quoi reconnaître un lieu sans le dire à qui regarderait l'écran : le réseau, non la machine. */
    public String reseau() {
        return adresse == null ? "" : Reseau.abrege(adresse);
    }
}
