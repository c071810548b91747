package fr.academie.teleservices.contestation;

import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.Qualite;

/** Une autre personne activement rattachée à l'élève d'une contestation. */
public record AutreResponsable(long lienId, long responsableId, Identite responsable, Qualite qualite) {

    /** Vrai si c'est un représentant légal de l'élève. */
    public boolean represente() {
        return qualite.niveau() == NiveauResponsabilite.REPRESENTANT_LEGAL;
    }
}
