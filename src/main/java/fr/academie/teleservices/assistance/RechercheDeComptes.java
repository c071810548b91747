package fr.academie.teleservices.assistance;

import fr.academie.teleservices.compte.AdresseMail;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.MotsCherches;
import java.util.Set;
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

    /** Les formes de l'adresse mail que la saisie est peut-être tout entière ; vide si ce n'en est pas une. */
    public Set<String> mails() {
        return AdresseMail.lire(saisie).isEmpty() ? Set.of() : AdresseMail.formes(saisie);
    }

    /** L'identifiant que la saisie est peut-être tout entière : ce compte-là vient en tête. Vide s'il n'y en a pas. */
    public String exact() {
        return Identifiant.lire(saisie).map(Identifiant::valeur).orElse("");
    }
}
