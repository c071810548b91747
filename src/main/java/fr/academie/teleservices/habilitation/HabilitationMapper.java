package fr.academie.teleservices.habilitation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code habilitation} et sur les agents qu'un chef d'établissement habilite. */
interface HabilitationMapper {

    List<AgentHabilite> habilites(@Param("uai") String uai);

    /** Les mêmes sous verrou, l'établissement d'abord : deux chefs qui se retirent l'un l'autre passent l'un après l'autre. */
    @Nullable
    String verrouiller(@Param("uai") String uai);

    /** Celles qui ne sont pas encore ouvertes, par nom. */
    List<HabilitationAttendue> attendues(@Param("uai") String uai);

    void donner(
            @Param("uai") String uai,
            @Param("identifiant") String identifiant,
            @Param("qui") HabilitationService.Personne qui,
            @Param("chef") boolean chef,
            @Param("le") Instant le,
            @Param("par") String par);

    /** Rend 0 si elle n'attend plus. */
    int retirerAttendue(@Param("id") long id, @Param("uai") String uai);

    void changer(@Param("agentId") long agentId, @Param("uai") String uai, @Param("chef") boolean chef);

    void retirer(@Param("agentId") long agentId, @Param("uai") String uai);
}
