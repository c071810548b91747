package fr.academie.teleservices.contestation;

import java.time.Instant;

/** La réponse d'un établissement, telle que le responsable la lit. */
public record ReponseLue(
        long eleveId,
        String nom,
        String prenom,
        Reponse reponse,
        String motif,
        Instant faitLe,
        String uai,
        String etablissement) {

    public boolean confirme() {
        return reponse == Reponse.CONFIRME;
    }
}
