package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.MotsCherches;
import org.jspecify.annotations.Nullable;

/**
 * Ce que l'assistance cherche.
 *
 * @param saisie telle que tapée, pour le journal
 * @param etat état des comptes voulus ; nul pour tous
 */
public record RechercheDeComptes(
        String saisie, MotsCherches mots, @Nullable EtatCompte etat) {

    public static RechercheDeComptes lire(String saisie, @Nullable EtatCompte etat) {
        return new RechercheDeComptes(saisie, MotsCherches.lire(saisie), etat);
    }

    /** L'identifiant que la saisie est peut-être tout entière : ce compte-là vient en tête. Vide s'il n'y en a pas. */
    public String exact() {
        return Identifiant.lire(saisie).map(Identifiant::valeur).orElse("");
    }
}
