package fr.academie.teleservices.scolarite;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un élève tel qu'une source le dit, à écrire.
 *
 * @param eleveId l'élève que ce numéro désigne ; nul s'il est à créer
 * @param nom nul si la source l'a tronqué : celui qu'on connaît reste
 * @param prenom de même
 * @param inscriptions où la source l'inscrit ; la première est la principale d'un élève à créer. Vide s'il est sorti
 */
public record EleveDeSource(
        String numero,
        @Nullable Long eleveId,
        @Nullable String ine,
        @Nullable String nom,
        @Nullable String prenom,
        LocalDate naissance,
        List<Place> inscriptions,
        long empreinte) {

    /** Une place dans un établissement ; {@code classe} est nulle si elle n'est pas dite. */
    public record Place(String uai, @Nullable String classe) {}

    public EleveDeSource {
        inscriptions = List.copyOf(inscriptions);
    }

    EleveDeSource sous(long id) {
        return new EleveDeSource(numero, id, ine, nom, prenom, naissance, inscriptions, empreinte);
    }
}
