package fr.academie.teleservices.opposition;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code opposition} et {@code opposition_lien}. */
interface OppositionMapper {

    /** L'opposition que ce lien permet encore, et le compte dont l'adresse l'a reçu. */
    @Nullable
    Recue parLien(@Param("empreinte") String empreinte, @Param("maintenant") Instant maintenant);

    /** Verrouille l'opposition ; nulle si elle n'existe plus. */
    @Nullable
    Fin verrouiller(@Param("id") long id);

    /** On s'y est opposé : plus aucun lien ne vaut, rien de ce qu'elle gardait ne reste. */
    int servir(@Param("id") long id, @Param("le") Instant le);

    /** Clôt celles de cet acte que ce compte a reçues depuis cet instant. */
    int clore(
            @Param("responsableId") long responsableId,
            @Param("acte") Changement acte,
            @Param("depuis") Instant depuis,
            @Param("le") Instant le);

    /** L'adresse du compte, et celles d'avant qui peuvent encore s'opposer, de la plus ancienne à la plus récente. */
    List<AdresseConnue> adresses(@Param("compteId") long compteId, @Param("maintenant") Instant maintenant);

    /** Oublie ce que gardaient celles dont le délai est passé. */
    int oublier(@Param("maintenant") Instant maintenant);

    int purger(@Param("avant") Instant avant);

    int purgerLesAnciennes(@Param("avant") Instant avant);

    /**
     * Ce qu'un lien ouvre.
     *
     * @param compteId le compte dont l'adresse a reçu le lien
     */
    record Recue(Opposition opposition, long compteId) {}

    /** Où en est une opposition. */
    record Fin(long id, @Nullable Instant closeLe, @Nullable Instant opposeLe) {}
}
