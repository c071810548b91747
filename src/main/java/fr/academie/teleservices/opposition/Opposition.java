package fr.academie.teleservices.opposition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un acte auquel le titulaire peut encore s'opposer.
 *
 * @param responsableId le compte touché
 * @param autreId le compte fermé d'un regroupement, le compte nouveau d'une rupture ; nul sinon
 * @param uai l'établissement du courrier ; nul pour un autre acte
 * @param reference le jeton du regroupement ou de la rupture ; nul pour un autre acte
 * @param avant ce que l'acte a gardé pour se défaire, en JSON : lui seul sait le lire
 */
public record Opposition(
        long id,
        Changement acte,
        long responsableId,
        @Nullable Long autreId,
        @Nullable String uai,
        @Nullable UUID reference,
        String avant,
        Instant creeLe,
        Instant expireLe) {

    /** L'autre compte, pour un acte qui en touche deux. */
    public long autre() {
        return autreId == null ? responsableId : autreId;
    }

    @Override
    public String toString() {
        return "Opposition[" + id + ", " + acte + "]";
    }
}
