package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identite;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code suggestion_ecartee}, et sur les comptes d'une même adresse. */
interface SuggestionMapper {

    /** Les autres comptes ouverts à l'adresse confirmée de celui-ci, que son titulaire n'a pas écartés. */
    List<Candidat> candidats(@Param("responsableId") long responsableId, @Param("auPlus") int auPlus);

    void ecarter(
            @Param("responsableId") long responsableId, @Param("autres") List<Long> autres, @Param("le") Instant le);

    /** Un compte qui porte la même adresse. */
    record Candidat(long id, Identite identite) {}
}
