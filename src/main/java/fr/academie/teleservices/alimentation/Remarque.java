package fr.academie.teleservices.alimentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un lecteur a refusé ou signalé.
 *
 * @param fichier le nom du fichier, sans dossier
 * @param ligne de 1 en 1 ; 0 si la remarque vaut pour tout le fichier
 * @param sorte de quoi la ligne parle ; nulle si la remarque vaut pour le fichier. Une fiche refusée n'est pas une fiche absente : ce qu'on en
 *     sait déjà reste
 * @param numero le numéro de la fiche, {@code élève / personne} pour un lien ; nul si elle n'en a pas
 * @param valeurs de quoi remplir les trous de la phrase ; bornées, elles viennent du fichier
 */
public record Remarque(
        CodeRemarque code,
        String fichier,
        int ligne,
        @Nullable Sorte sorte,
        @Nullable String numero,
        List<String> valeurs) {

    private static final int LONGUEUR_MAXIMALE = 80;

    public Remarque {
        valeurs = valeurs.stream().map(Remarque::bornee).toList();
        numero = numero == null ? null : bornee(numero);
    }

    private static String bornee(String valeur) {
        return valeur.length() <= LONGUEUR_MAXIMALE
                ? valeur
                : valeur.substring(0, valeur.offsetByCodePoints(0, LONGUEUR_MAXIMALE / 2)) + "…";
    }
}
