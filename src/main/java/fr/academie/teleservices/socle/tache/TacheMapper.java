package fr.academie.teleservices.socle.tache;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les tables {@code tache} et {@code tache_passage}, à côté de celles de db-scheduler. */
interface TacheMapper {

    void deposer(
            @Param("nom") String nom,
            @Param("id") String id,
            @Param("donnees") @Nullable String donnees,
            @Param("le") Instant le);

    /** Rend 0 si {@code maximum} tâches de ce nom attendent déjà. */
    int deposerSiPlace(
            @Param("nom") String nom,
            @Param("id") String id,
            @Param("donnees") String donnees,
            @Param("le") Instant le,
            @Param("maximum") int maximum);

    /** Les données ; nul si elles ont déjà servi. */
    @Nullable
    String lire(@Param("nom") String nom, @Param("id") String id);

    /** Efface les données ; rend 0 si elles ont déjà servi. */
    int consommer(@Param("nom") String nom, @Param("id") String id);

    /** Tâches dues avant cet instant et que personne n'a prises. */
    int enRetard(@Param("avant") Instant avant);

    void noter(Passage passage);

    List<Passage> passages();

    /** Rend dues ces tâches qui ne le sont pas encore et que personne ne fait ; rend leur nombre. */
    int avancer(@Param("noms") Collection<String> noms, @Param("le") Instant le);
}
