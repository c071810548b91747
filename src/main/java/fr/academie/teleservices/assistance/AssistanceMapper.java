package fr.academie.teleservices.assistance;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Les lectures de l'assistance, dans toute l'académie ; jamais un mot de passe. */
interface AssistanceMapper {

    List<CompteTrouve> chercher(
            @Param("recherche") RechercheDeComptes recherche, @Param("saut") int saut, @Param("nombre") int nombre);

    long compter(@Param("recherche") RechercheDeComptes recherche);

    FicheDeCompte.@Nullable Etat etat(@Param("id") long id);

    List<LienDuCompte> liens(@Param("id") long id);

    List<Instant> sessions(@Param("identifiant") String identifiant);

    /** Tous les regroupements qui ont mené à ce compte, que rien n'a absorbé. */
    List<RegroupementLu> regroupements(@Param("racine") long racine);

    List<RuptureLue> ruptures(@Param("id") long id);
}
