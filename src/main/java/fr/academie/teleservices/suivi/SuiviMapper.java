package fr.academie.teleservices.suivi;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Ce que l'on compte pour un établissement : ses élèves, et eux seuls. Chaque nombre et sa liste sortent des mêmes lignes. */
interface SuiviMapper {

    /** Par indicateur et par classe ; la classe est vide pour les élèves qui n'en ont pas. */
    List<SuiviService.Nombre> parClasse(@Param("choix") Choix choix);

    /** Par indicateur : un compte dont les élèves sont dans deux classes n'y est qu'une fois. */
    List<SuiviService.Nombre> totaux(@Param("choix") Choix choix);

    List<SuiviService.FaitDate> dates(@Param("choix") Choix choix);

    List<LigneDeSuivi> liste(@Param("choix") Choix choix, @Param("saut") int saut, @Param("nombre") int nombre);
}
