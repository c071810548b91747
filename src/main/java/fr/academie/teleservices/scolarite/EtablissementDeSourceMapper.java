package fr.academie.teleservices.scolarite;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur les établissements tels que l'annuaire les nomme. */
interface EtablissementDeSourceMapper {

    List<EtablissementDeSource> connus(@Param("p") Perimetre perimetre);

    boolean existe(String uai);

    List<Remplace> remplaces();

    void suivre(@Param("p") Perimetre perimetre, @Param("e") EtablissementDeSource dit);

    void creer(@Param("dits") List<EtablissementDeSource> dits);

    void nommer(@Param("p") Perimetre perimetre, @Param("dits") List<EtablissementDeSource> dits);

    void oublier(@Param("p") Perimetre perimetre, @Param("numeros") Collection<String> numeros);

    /** Un établissement fondu dans un autre. */
    record Remplace(String uai, String remplacePar) {}
}
