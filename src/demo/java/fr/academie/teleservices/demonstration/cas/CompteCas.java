package fr.academie.teleservices.demonstration.cas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Une ligne de la vue {@code compte_cas}. */
record CompteCas(
        String identifiant,
        String empreinte,
        String profil,
        String nom,
        String prenom,
        @Nullable String mail,
        @Nullable Instant expireLe) {

    @Override
    public String toString() {
        return "CompteCas[" + identifiant + ", " + profil + "]";
    }
}
