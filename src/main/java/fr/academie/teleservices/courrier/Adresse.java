package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Identite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ce que montre la fenêtre de l'enveloppe.
 *
 * @param civilite {@code M.} ou {@code MME} ; nulle ou vide si elle n'est pas connue
 * @param voie une à trois lignes, séparées par un saut de ligne ; nulle si l'adresse n'est pas connue
 */
public record Adresse(
        @Nullable String civilite,
        @Nullable String voie,
        @Nullable String codePostal,
        @Nullable String commune) {

    /** Vrai si l'on peut envoyer une lettre ; sinon l'élève la remet. */
    public boolean connue() {
        return voie != null && commune != null;
    }

    /** Les lignes, la personne d'abord et la commune en capitales (norme NF Z10-011) ; la personne seule si l'adresse est inconnue. */
    List<String> lignes(Identite identite) {
        List<String> lignes = new ArrayList<>();
        lignes.add(titre() + identite.nomCourant());
        if (voie != null && commune != null) {
            Stream.of(voie.split("\\R"))
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .forEach(lignes::add);
            lignes.add(((codePostal == null ? "" : codePostal + " ") + commune.toUpperCase(Locale.ROOT)).strip());
        }
        return lignes;
    }

    private String titre() {
        if (civilite == null || civilite.isEmpty()) {
            return "";
        }
        return "MME".equals(civilite) ? "Mme " : civilite + " ";
    }
}
