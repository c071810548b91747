package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Un compte vu par un agent, toujours borné à ses établissements. */
interface FicheMapper {

    /** Une ligne par inscription dans ces établissements : à réunir. */
    List<Enfant> enfants(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    /** Les élèves de ces établissements qu'un compte portait à sa fermeture ; aucun s'il est ouvert. Une ligne par inscription : à réunir. */
    List<Enfant> enfantsDuFerme(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    /** Quand et pourquoi un compte fermé l'a été. */
    LigneFermee fin(@Param("responsableId") long responsableId);

    /** Les comptes ouverts où un compte fermé a mené et qui ont un élève de ces établissements. */
    List<Fermeture.Suite> suites(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    List<FaitDuCompte> faits(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    /** Ce que {@link #fin} lit. */
    record LigneFermee(Instant le, String motif) {}
}
