package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import org.jspecify.annotations.Nullable;

/**
 * Un élève dans un regroupement : son lien avant sur chaque compte (nul où il n'existait pas), et après sur le principal.
 */
public record LienRegroupe(
        long eleveId,
        @Nullable Rattachement principal,
        @Nullable Rattachement secondaire,
        Qualite apres) {

    public @Nullable Qualite avantPrincipal() {
        return principal == null ? null : principal.qualite();
    }

    public @Nullable Qualite avantSecondaire() {
        return secondaire == null ? null : secondaire.qualite();
    }
}
