package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un responsable qu'un agent saisit pour un élève.
 *
 * @param jeton celui de la page : le même envoi, reçu deux fois, n'en fait qu'un
 */
public record NouveauResponsable(
        long eleveId,
        @Nullable String civilite,
        Identite identite,
        @Nullable String mail,
        NiveauResponsabilite niveau,
        LienParente lien,
        UUID jeton) {}
