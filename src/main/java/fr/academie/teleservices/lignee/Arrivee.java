package fr.academie.teleservices.lignee;

import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un élève dans un regroupement passé, tel que {@code regroupement_rattachement} le garde.
 *
 * @param identifiant celui du compte que ce regroupement a fermé
 * @param principal le lien qu'avait le compte principal ; nul s'il n'en avait pas
 * @param secondaire le lien qu'avait le compte fermé ; nul s'il n'en avait pas
 * @param rompu vrai si l'élève a déjà quitté ce regroupement
 */
public record Arrivee(
        long regroupementId,
        long principalId,
        long secondaireId,
        String identifiant,
        Instant faitLe,
        long eleveId,
        @Nullable Qualite principal,
        @Nullable Qualite secondaire,
        Qualite apres,
        boolean rompu) {

    /** Vrai si l'élève est arrivé par ce regroupement, et n'en est pas encore reparti. */
    boolean enVigueur() {
        return !rompu && secondaire != null && secondaire.etat() != EtatRattachement.RETIRE;
    }

    /** Vrai si le compte principal l'avait déjà, sans ce regroupement. */
    boolean dejaAuPrincipal() {
        return principal != null && principal.etat() != EtatRattachement.RETIRE;
    }
}
