package fr.academie.teleservices.etablissement;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Ce qui attend dans des établissements, en une lecture. */
interface AFaireMapper {

    /** Au moins un établissement ; le plus ancien d'abord, rien de ce dont il n'y a pas. */
    List<AFaire> lire(@Param("uais") Collection<String> uais);
}
