package fr.academie.teleservices.compte;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur la table {@code portee}. */
interface PorteeMapper {

    @Nullable
    PorteeDUnCompte courante(@Param("responsableId") long responsableId);

    void quitter(@Param("responsableId") long responsableId);

    void poser(
            @Param("responsableId") long responsableId,
            @Param("lettre") PorteeService.Courrier lettre,
            @Param("titulaire") boolean titulaire,
            @Param("empreinte") String empreinte);

    int lever(@Param("responsableId") long responsableId);

    int opposer(@Param("responsableId") long responsableId, @Param("le") Instant le);

    /** Les empreintes des courriers encore valables des autres établissements, faits par d'autres mains que le courrier courant. */
    List<String> empreintesDesAutres(
            @Param("responsableId") long responsableId, @Param("maintenant") Instant maintenant);

    int tomber(@Param("avant") Instant avant);

    int purger(@Param("avant") Instant avant);
}
