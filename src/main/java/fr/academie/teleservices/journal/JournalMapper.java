package fr.academie.teleservices.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code journal} : ajouter, lire, effacer au terme de la conservation ; jamais changer. */
interface JournalMapper {

    /** Le dernier numéro écrit avant cet instant ; zéro si aucun. */
    long dernierAvant(@Param("avant") Instant avant);

    /** Les lignes de ces numéros, comptées par action et par refus. */
    List<ActesComptes.Acte> compterParActe(@Param("apres") long apres, @Param("jusquA") long jusquA);

    /** Efface au plus {@code lot} lignes de ces actions, antérieures à {@code avant} ; rend leur nombre. */
    int purger(
            @Param("actions") Collection<ActionJournal> actions, @Param("avant") Instant avant, @Param("lot") int lot);

    /** Les lignes de ces comptes et de ces actions, de la plus récente à la plus ancienne ; aucune des deux listes n'est vide. */
    List<LigneJournal> lire(
            @Param("comptes") Collection<Long> comptes,
            @Param("actions") Collection<ActionJournal> actions,
            @Param("passees") int passees,
            @Param("combien") int combien);

    /** Les mêmes lignes, puis le nombre de toutes celles de ces comptes et de ces actions. */
    List<List<Object>> tranche(
            @Param("comptes") Collection<Long> comptes,
            @Param("actions") Collection<ActionJournal> actions,
            @Param("passees") int passees,
            @Param("combien") int combien);

    void ajouter(@Param("lignes") List<LigneJournal> lignes);

    void ajouterUne(LigneJournal ligne);
}
