package fr.academie.teleservices.acces;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code journal_bureau} : ajouter, effacer au terme de la conservation ; jamais changer. */
interface JournalBureauMapper {

    void ajouter(@Param("ligne") LigneBureau ligne);

    /** Efface au plus {@code lot} lignes antérieures à {@code avant} ; rend leur nombre. */
    int purger(@Param("avant") Instant avant, @Param("lot") int lot);
}
