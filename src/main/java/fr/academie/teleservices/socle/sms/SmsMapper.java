package fr.academie.teleservices.socle.sms;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur la boîte de sortie {@code sms}. */
interface SmsMapper {

    void deposer(@Param("sms") List<SmsADeposer> sms);

    /** Les SMS dus, verrouillés ; ceux qu'un autre serveur tient sont passés. */
    List<SmsDu> prendre(@Param("maintenant") Instant maintenant, @Param("nombre") int nombre);

    void reporter(
            @Param("id") long id, @Param("tentatives") int tentatives, @Param("prochain") @Nullable Instant prochain);

    /** Marque le SMS remis et efface son texte. */
    void marquerEnvoye(@Param("id") long id, @Param("le") Instant le);

    /** Renonce à ceux dont le code ne sert plus, et efface leur texte ; rend leur nombre. */
    int abandonnerLesPerimes(@Param("maintenant") Instant maintenant);

    int purgerLesAbandonnes(@Param("avant") Instant avant);

    int purger(@Param("avant") Instant avant);

    int enAttente();

    /** Ceux que l'on a renoncé à remettre, et qui restent en base. */
    int misDeCote();

    /** Depuis quand attend le plus ancien ; nul si aucun n'attend. */
    @Nullable
    Instant plusAncien();

    /** Un SMS à remettre. */
    record SmsDu(long id, String destinataire, String texte, int tentatives) {
        @Override
        public String toString() {
            return "SmsDu[" + id + "]";
        }
    }
}
