package fr.academie.teleservices.habilitation;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code habilitation} et sur les agents qu'un chef d'établissement habilite. */
interface HabilitationMapper {

    List<AgentHabilite> habilites(@Param("uai") String uai);

    /** Les mêmes sous verrou, l'établissement d'abord : deux chefs qui se retirent l'un l'autre passent l'un après l'autre. */
    @Nullable
    String verrouiller(@Param("uai") String uai);

    HabilitationService.@Nullable AgentConnu connu(@Param("identifiant") String identifiant);

    /** Vrai si un responsable ou un élève porte cet identifiant. */
    boolean estAutre(@Param("identifiant") String identifiant);

    void ajouterAgent(@Param("identifiant") String identifiant, @Param("qui") HabilitationService.Personne qui);

    void donner(@Param("agentId") long agentId, @Param("uai") String uai, @Param("chef") boolean chef);

    void changer(@Param("agentId") long agentId, @Param("uai") String uai, @Param("chef") boolean chef);

    void retirer(@Param("agentId") long agentId, @Param("uai") String uai);
}
