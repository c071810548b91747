package fr.academie.teleservices.courrier;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code code_de_courrier}. */
interface CodeMapper {

    void ajouter(
            @Param("code") String code,
            @Param("responsableId") long responsableId,
            @Param("uai") String uai,
            @Param("motDePasse") String motDePasse,
            @Param("le") Instant le,
            @Param("expireLe") Instant expireLe);

    CodesDeCourrier.@Nullable CodeReconnu reconnaitre(
            @Param("code") String code, @Param("maintenant") Instant maintenant);

    int servir(@Param("code") String code, @Param("le") Instant le);

    int purger(@Param("avant") Instant avant);
}
