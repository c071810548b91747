package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ReferenceEleve;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Un élève dans un regroupement : son lien avant sur chaque compte (nul où il n'existait pas), et après sur le principal.
 */
public record LienRegroupe(
        long eleveId,
        @Nullable Rattachement principal,
        @Nullable Rattachement secondaire,
        Qualite apres) {

    /** Ce par quoi les autres services connaissent l'élève. */
    public ReferenceEleve reference() {
        return Objects.requireNonNull(principal != null ? principal : secondaire)
                .reference();
    }

    public @Nullable Qualite avantPrincipal() {
        return principal == null ? null : principal.qualite();
    }

    public @Nullable Qualite avantSecondaire() {
        return secondaire == null ? null : secondaire.qualite();
    }
}
