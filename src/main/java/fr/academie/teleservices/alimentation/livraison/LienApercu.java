package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import org.jspecify.annotations.Nullable;

/**
 * Un lien que la livraison ajoute, change ou ne dit plus.
 *
 * @param fichier nul pour un lien parti
 * @param personne « Prénom NOM », ou le nom seul d'un foyer
 * @param eleve « Prénom NOM »
 */
public record LienApercu(
        Ecart ecart,
        @Nullable String fichier,
        int ligne,
        String personne,
        String eleve,
        NiveauResponsabilite niveau,
        LienParente lien) {}
