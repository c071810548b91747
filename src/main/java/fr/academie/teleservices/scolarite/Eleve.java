package fr.academie.teleservices.scolarite;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    /** Sa date de naissance comme on l'écrit : 11/04/2007. */
    public String naissance() {
        return JOUR.format(dateNaissance);
    }

    public String nomComplet() {
        return prenom + " " + nom.toUpperCase(Locale.ROOT);
    }
}
