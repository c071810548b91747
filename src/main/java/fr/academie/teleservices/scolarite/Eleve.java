package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.texte.NomCourant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Un élève et son établissement.
 *
 * @param classe nulle si l'import ne l'a pas dite
 */
public record Eleve(
        long id,
        String nom,
        String prenom,
        LocalDate dateNaissance,
        Etablissement etablissement,
        @Nullable String classe) {

    /** Le prénom comme on le dit dans une phrase : « Dylan », même stocké en capitales. */
    public String prenomCourant() {
        return NomCourant.ecrire(prenom);
    }

    public String nomComplet() {
        return prenom + " " + nom.toUpperCase(Locale.ROOT);
    }
}
