package fr.academie.teleservices.motdepasse;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code jeton_courriel}. */
interface JetonMapper {

    void deposer(
            @Param("empreinte") String empreinte,
            @Param("responsableId") long responsableId,
            @Param("creeLe") Instant creeLe,
            @Param("expireLe") Instant expireLe);

    /** Le compte que ce jeton désigne, s'il est encore valable. */
    @Nullable
    Long responsable(@Param("empreinte") String empreinte, @Param("maintenant") Instant maintenant);

    /** Marque le jeton servi ; 0 s'il ne l'était plus : un autre l'a pris. */
    int servir(@Param("empreinte") String empreinte, @Param("maintenant") Instant maintenant);

    /** Le plus récent des jetons du compte qui valent encore ; nul s'il n'en a pas. */
    @Nullable
    Vivant vivant(@Param("responsableId") long responsableId, @Param("maintenant") Instant maintenant);

    /** Un jeton qui vaut encore. */
    record Vivant(Instant creeLe, Instant expireLe) {}

    /** Tous les jetons du même compte ne valent plus rien. */
    int annuler(@Param("responsableId") long responsableId, @Param("maintenant") Instant maintenant);

    int purger(@Param("avant") Instant avant);
}
