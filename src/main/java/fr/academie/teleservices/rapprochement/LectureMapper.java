package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.rapprochement.Paire.Couple;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/**
 * Ce que le rapprochement lit des autres pièces. Des numéros en nombre lui viennent en un tableau JSON : la requête reste la même, préparée
 * une fois.
 */
interface LectureMapper {

    /** Les identités de même prénom et de même adresse qui ne sont pas toutes d'un compte, groupe par groupe : leurs id, séparés par des virgules. */
    List<String> memeMail();

    /** Les identités de même prénom et de même portable, dont une au moins n'a pas d'adresse. */
    List<String> sansMail();

    /** Parmi ces adresses, celles que plus de {@code tolerees} identités ont. */
    List<Long> mailsPartages(@Param("tolerees") int tolerees, @Param("mails") String mails);

    List<PersonneDite> personnes(@Param("ids") String ids);

    /** Les personnes complètes de ces comptes, et celles qui ont les mêmes clés. */
    List<PersonneDite> autour(@Param("comptes") String comptes);

    List<CompteEnCause> comptes(@Param("comptes") String comptes, @Param("maintenant") Instant maintenant);

    List<Lien> liens(@Param("comptes") String comptes);

    List<Lien> dementis(@Param("comptes") String comptes);

    /** Ce que les titulaires de ces comptes ont écarté. */
    List<Couple> ecartees(@Param("comptes") String comptes);

    /** Un élève d'un compte. */
    record Lien(long compteId, long eleveId, boolean conteste) {}
}
