package fr.academie.teleservices.contestation;

import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.List;

/** Une contestation et de quoi y répondre. */
public record Dossier(Contestation contestation, List<AutreResponsable> autres) {

    /** Vrai si confirmer retirerait à l'élève son dernier représentant légal. */
    public boolean dernierRepresentant() {
        return contestation.qualite().niveau() == NiveauResponsabilite.REPRESENTANT_LEGAL
                && autres.stream().noneMatch(AutreResponsable::represente);
    }
}
