package fr.academie.teleservices.contestation;

import fr.academie.teleservices.socle.texte.HeureDeParis;
import java.time.Instant;

/** La réponse d'un établissement, telle que le responsable la lit. */
public record ReponseLue(
        long eleveId, String prenom, Reponse reponse, String motif, Instant faitLe, String etablissement) {

    public boolean confirme() {
        return reponse == Reponse.CONFIRME;
    }

    /** Le jour de la réponse : « 3 mars 2026 ». */
    public String jour() {
        return HeureDeParis.jour(faitLe);
    }
}
