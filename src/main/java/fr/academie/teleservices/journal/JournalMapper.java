package fr.academie.teleservices.journal;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code journal} : ajouter et lire, rien d'autre. */
interface JournalMapper {

    void ajouter(@Param("lignes") List<LigneJournal> lignes);
}
