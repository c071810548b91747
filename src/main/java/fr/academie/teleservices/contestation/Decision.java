package fr.academie.teleservices.contestation;

import fr.academie.teleservices.socle.texte.SignesInvisibles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un agent décide d'une contestation.
 *
 * @param lienId le lien contesté qui a été montré
 * @param declareLe l'instant de la déclaration montrée : une déclaration n'a qu'une réponse
 * @param motif lu par le responsable ; les blancs de tête et de queue ne comptent pas
 * @param remplacantLienId le lien de la personne nommée représentant légal ; nul si aucune
 * @param sansRepresentant vrai si l'agent confirme que l'élève n'en aura plus
 */
public record Decision(
        long lienId,
        Instant declareLe,
        Reponse reponse,
        String motif,
        @Nullable Long remplacantLienId,
        boolean sansRepresentant) {

    static final int MOTIF_MAX = 500;

    public Decision {
        motif = motif.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Refuse un motif vide ou trop long. */
    void exigerUnMotif() throws ReponseRefusee {
        if (SignesInvisibles.seulsDans(motif)) {
            throw new ReponseRefusee(RefusReponse.MOTIF_ABSENT);
        }
        if (motif.codePointCount(0, motif.length()) > MOTIF_MAX) {
            throw new ReponseRefusee(RefusReponse.MOTIF_TROP_LONG);
        }
    }
}
