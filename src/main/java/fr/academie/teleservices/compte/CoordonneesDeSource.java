package fr.academie.teleservices.compte;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'une source dit des coordonnées d'un compte ; nul pour ce qu'elle n'en dit pas, et qui reste.
 *
 * @param telephone un portable, en E.164
 */
public record CoordonneesDeSource(
        long compteId, @Nullable String mail, @Nullable String telephone) {

    /** Lesquelles des coordonnées d'un compte une source peut changer. */
    record Libres(long compteId, boolean mail, boolean telephone) {}

    /** Ce qui en diffère de ce que le compte a. */
    CoordonneesDeSource ceQuiDiffere(Compte compte) {
        return new CoordonneesDeSource(
                compteId,
                Objects.equals(mail, compte.mail()) ? null : mail,
                Objects.equals(telephone, compte.telephonePortable()) ? null : telephone);
    }

    /** Vrai s'il n'y a rien à changer. */
    boolean vides() {
        return mail == null && telephone == null;
    }
}
