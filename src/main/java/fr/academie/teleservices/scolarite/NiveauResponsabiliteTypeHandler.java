package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.CodeTypeHandler;

/** {@link NiveauResponsabilite} ↔ son code. */
public final class NiveauResponsabiliteTypeHandler extends CodeTypeHandler<NiveauResponsabilite> {

    public NiveauResponsabiliteTypeHandler() {
        super(NiveauResponsabilite.class);
    }
}
