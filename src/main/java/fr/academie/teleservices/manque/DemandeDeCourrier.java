package fr.academie.teleservices.manque;

import fr.academie.teleservices.compte.Identite;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Une demande de courrier, telle qu'elle est.
 *
 * @param responsable qui demande
 * @param etablissement le nom de celui à qui l'on demande
 * @param motif la raison de l'établissement ; nulle sauf sans suite
 * @param closeLe nul tant qu'elle attend
 */
public record DemandeDeCourrier(
        long id,
        long responsableId,
        Identite responsable,
        String uai,
        String etablissement,
        EnfantManquant enfant,
        Instant demandeeLe,
        EtatDemande etat,
        @Nullable String motif,
        @Nullable Instant closeLe) {

    /** Vrai tant que l'établissement n'a pas répondu et que le responsable n'y a pas renoncé. */
    public boolean attend() {
        return etat == EtatDemande.ATTEND;
    }

    /** Jours entiers écoulés depuis la demande. */
    public long jours(Instant maintenant) {
        return Math.max(0, Duration.between(demandeeLe, maintenant).toDays());
    }
}
