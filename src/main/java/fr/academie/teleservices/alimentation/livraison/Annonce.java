package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'on sait d'une livraison avant d'en lire les fiches.
 *
 * @param annee celle où l'année scolaire commence ; nulle si la source n'en dit rien
 * @param produiteLe l'horodatage que les fichiers portent
 * @param empreinte SHA-256 de ce que contiennent ses fichiers, hors de leurs archives, en 64 chiffres hexadécimaux
 * @param fichiers leurs noms, comme on les a remis
 */
public record Annonce(
        Source source,
        String perimetre,
        NatureLivraison nature,
        @Nullable Integer annee,
        Instant produiteLe,
        String empreinte,
        List<String> fichiers) {

    public Annonce {
        fichiers = List.copyOf(fichiers);
    }
}
