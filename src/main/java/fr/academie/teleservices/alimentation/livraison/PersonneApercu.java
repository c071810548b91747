package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import org.jspecify.annotations.Nullable;

/**
 * Une personne que la livraison ajoute, change ou ne nomme plus.
 *
 * @param fichier nul pour une personne partie
 * @param prenom nul pour un foyer ou un service : il n'a pas de compte
 * @param aUnCompte vrai si elle a déjà un compte ; sinon elle en attendra un
 * @param regle par quoi une personne déjà connue a été reconnue ; nulle si elle est nouvelle
 */
public record PersonneApercu(
        Ecart ecart,
        @Nullable String fichier,
        int ligne,
        String numero,
        @Nullable String civilite,
        String nomFamille,
        @Nullable String nomUsage,
        @Nullable String prenom,
        boolean aUnCompte,
        @Nullable Regle regle) {}
