package fr.academie.teleservices.activation;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code demande_sans_compte}. */
interface SansCompteMapper {

    void deposer(
            @Param("jeton") String jeton,
            @Param("telephone") String telephone,
            @Param("code") String code,
            @Param("le") Instant le,
            @Param("expireLe") Instant expireLe);

    @Nullable
    Demande parJeton(@Param("jeton") String jeton, @Param("maintenant") Instant maintenant);

    /** Compte un essai du code ; 0 s'il n'en reste pas. */
    int essayer(@Param("jeton") String jeton, @Param("auPlus") int auPlus);

    /** Le code a été donné ; la suite a ce temps. */
    void tenir(@Param("jeton") String jeton, @Param("le") Instant le, @Param("expireLe") Instant expireLe);

    /** Compte une réponse ; 0 s'il n'en reste pas. */
    int repondre(@Param("jeton") String jeton, @Param("auPlus") int auPlus);

    /** Retient les comptes que les réponses ont ouverts. */
    void ouvrir(@Param("jeton") String jeton, @Param("comptes") String comptes);

    /** Efface la demande ; 0 si une autre l'a déjà prise. */
    int consommer(@Param("jeton") String jeton);

    int purger(@Param("avant") Instant avant);

    /**
     * Une demande en cours.
     *
     * @param code empreinte {@code {id}}
     * @param tenuLe quand le code a été donné ; nul s'il ne l'a pas été
     * @param comptes tableau JSON de numéros de comptes ; nul tant que les réponses ne les ont pas ouverts
     */
    record Demande(
            String telephone,
            String code,
            int essais,
            @Nullable Instant tenuLe,
            int reponses,
            @Nullable String comptes) {}
}
