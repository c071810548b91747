package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import org.jspecify.annotations.Nullable;

/** Un responsable qu'un agent saisit pour un élève. */
public record NouveauResponsable(
        long eleveId,
        @Nullable String civilite,
        Identite identite,
        @Nullable String mail,
        NiveauResponsabilite niveau,
        LienParente lien) {}
