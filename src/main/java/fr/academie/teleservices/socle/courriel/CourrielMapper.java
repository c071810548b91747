package fr.academie.teleservices.socle.courriel;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur la boîte de sortie {@code courriel}. */
interface CourrielMapper {

    void deposer(@Param("courriels") List<CourrielADeposer> courriels);

    /** Les courriels dus, verrouillés ; ceux qu'un autre serveur tient sont passés. */
    List<CourrielDu> prendre(@Param("maintenant") Instant maintenant, @Param("nombre") int nombre);

    void reporter(
            @Param("id") long id, @Param("tentatives") int tentatives, @Param("prochain") @Nullable Instant prochain);

    /** Marque le courriel remis et efface son texte. */
    void marquerEnvoye(@Param("id") long id, @Param("le") Instant le);

    int purgerLesAbandonnes(@Param("avant") Instant avant);

    int purger(@Param("avant") Instant avant);

    int enAttente();

    /** Ceux que l'on a renoncé à remettre, et qui restent en base. */
    int misDeCote();

    /** Depuis quand attend le plus ancien ; nul si aucun n'attend. */
    @Nullable
    Instant plusAncien();

    /**
     * Un courriel à remettre.
     *
     * @param langue code de sa langue ; nul s'il a été écrit avant que le service n'en parle plusieurs
     */
    record CourrielDu(
            long id,
            String destinataire,
            String objet,
            String texte,
            @Nullable String langue,
            int tentatives) {}
}
