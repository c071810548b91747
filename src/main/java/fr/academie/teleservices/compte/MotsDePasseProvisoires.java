package fr.academie.teleservices.compte;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Tire les mots de passe des courriers. Source : DOMAIN §4. */
@Singleton
public final class MotsDePasseProvisoires {

    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public MotsDePasseProvisoires() {}

    public MotDePasseProvisoire tirer() {
        StringBuilder tire = new StringBuilder();
        for (int i = 0; i < MotDePasseProvisoire.GROUPES * MotDePasseProvisoire.PAR_GROUPE; i++) {
            tire.append(MotDePasseProvisoire.ALPHABET.charAt(hasard.nextInt(MotDePasseProvisoire.ALPHABET.length())));
        }
        return MotDePasseProvisoire.grouper(tire.toString());
    }
}
