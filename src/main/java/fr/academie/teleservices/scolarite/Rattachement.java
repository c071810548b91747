package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.Nullable;

/**
 * Le lien entre un compte responsable et un élève : une ligne de {@code rattachement}.
 *
 * @param reference ce par quoi les autres services connaissent l'élève
 * @param retrait nul s'il vit, ou s'il a été retiré avant qu'on ne le note
 * @param dit le plus fort de ses constats ; nul si aucune source ne le dit
 */
public record Rattachement(
        long id,
        long responsableId,
        long eleveId,
        Qualite qualite,
        ReferenceEleve reference,
        OrigineRattachement origine,
        @Nullable Retrait retrait,
        @Nullable Titre dit) {

    /** Vrai tant qu'il n'est pas retiré. */
    public boolean vit() {
        return qualite.etat() != EtatRattachement.RETIRE;
    }
}
