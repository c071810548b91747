package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Un élève que la livraison ajoute, change ou ne nomme plus.
 *
 * @param fichier nul pour un élève parti
 * @param ligne 0 pour un élève parti
 * @param classe nulle si elle n'est pas dite
 * @param regle par quoi un élève déjà connu a été reconnu ; nulle s'il est nouveau
 */
public record EleveApercu(
        Ecart ecart,
        @Nullable String fichier,
        int ligne,
        String numero,
        String nom,
        String prenom,
        LocalDate naissance,
        @Nullable String classe,
        @Nullable LocalDate sortiLe,
        @Nullable Regle regle) {}
