package fr.academie.teleservices.evenement;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur la boîte de sortie {@code evenement}. */
interface EvenementMapper {

    void deposer(@Param("evenements") List<Evenement> evenements);
}
