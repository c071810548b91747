package fr.academie.teleservices.agent;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code journal_bureau} : ajouter, effacer au terme de la conservation ; jamais changer. */
interface JournalBureauMapper {

    void ajouter(@Param("ligne") LigneBureau ligne);

    /** Les lignes retenues, de la plus récente à la plus ancienne ; {@code avant} : seulement celles d'un numéro inférieur. */
    List<LigneBureauLue> lire(
            @Param("filtre") FiltreDuJournal filtre,
            @Param("avant") @Nullable Long avant,
            @Param("saut") int saut,
            @Param("nombre") int nombre);

    long compter(@Param("filtre") FiltreDuJournal filtre);

    /** Efface au plus {@code lot} lignes antérieures à {@code avant} ; rend leur nombre. */
    int purger(@Param("avant") Instant avant, @Param("lot") int lot);
}
