package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code session_ouverte}. */
interface SessionMapper {

    void ouvrir(SessionAOuvrir session);

    boolean estOuverte(@Param("id") long id);

    int finirParTicket(@Param("ticket") byte[] ticket, @Param("le") Instant le);

    int finir(@Param("id") long id, @Param("le") Instant le);

    int finirLesAutres(@Param("identifiant") String identifiant, @Param("gardee") long gardee, @Param("le") Instant le);

    int purger(@Param("avant") Instant avant);

    /** La ligne à insérer ; {@code id} est rempli par la base. */
    final class SessionAOuvrir {
        long id;
        final byte[] ticket;
        final Identifiant identifiant;
        final Profil profil;
        final Instant le;

        SessionAOuvrir(byte[] ticket, Identifiant identifiant, Profil profil, Instant le) {
            this.ticket = ticket;
            this.identifiant = identifiant;
            this.profil = profil;
            this.le = le;
        }
    }
}
