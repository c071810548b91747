package fr.academie.teleservices.porte;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code courrier_presente}. */
interface PorteMapper {

    /** Retient ce courrier, avec le mot de passe que le compte a à cet instant. */
    void deposer(
            @Param("jeton") String jeton,
            @Param("c") CourrierPresente courrier,
            @Param("code") @Nullable String code,
            @Param("expireLe") Instant expireLe);

    /** Le courrier qui attend sous ce jeton, si le mot de passe du compte est encore le sien ; nul sinon. */
    @Nullable
    CourrierPresente presente(@Param("jeton") String jeton, @Param("maintenant") Instant maintenant);

    /** Vrai si ce jeton, encore en vie, est celui du navigateur qui a présenté ce code. */
    boolean aPresente(
            @Param("jeton") String jeton, @Param("code") String code, @Param("maintenant") Instant maintenant);

    int oublier(@Param("jeton") String jeton);

    int purger(@Param("avant") Instant avant);
}
