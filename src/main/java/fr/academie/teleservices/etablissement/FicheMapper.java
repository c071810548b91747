package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.scolarite.Enfant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Un compte vu par un agent, toujours borné à ses établissements. */
interface FicheMapper {

    List<Enfant> enfants(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    List<FaitDuCompte> faits(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);
}
