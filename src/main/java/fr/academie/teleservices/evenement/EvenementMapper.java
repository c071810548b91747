package fr.academie.teleservices.evenement;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur la boîte de sortie {@code evenement}. */
interface EvenementMapper {

    void deposer(@Param("evenements") List<Evenement> evenements);

    void deposerUn(@Param("v") Evenement evenement);

    int purger(@Param("avant") Instant avant, @Param("lot") int lot);
}
