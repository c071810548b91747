package fr.academie.teleservices.scolarite;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code identite_responsable}. */
interface IdentiteMapper {

    /** Des identités dont les clés sont à calculer, sous verrou. */
    List<SansCles> sansCles(@Param("auPlus") int auPlus);

    /** Pose des clés, en un tableau JSON de {@code [id, prénom, mail, portable]}. */
    void poserLesCles(@Param("cles") String cles);

    /** Ce qu'une source a dit d'une personne. */
    record SansCles(
            long id,
            String nomFamille,
            @Nullable String nomUsage,
            @Nullable String prenom,
            @Nullable String mail,
            @Nullable String telephonePortable) {}
}
