package fr.academie.teleservices.historique;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Ce qu'il faut d'un compte pour mettre des mots sur les lignes de son journal. */
interface HistoriqueMapper {

    /** De ce compte : ses enfants, les comptes qu'il a absorbés, les regroupements qu'eux et lui ont faits. */
    List<List<Object>> contexte(@Param("compteId") long compteId, @Param("comptes") List<Long> comptes);
}
