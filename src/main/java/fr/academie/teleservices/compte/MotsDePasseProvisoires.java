package fr.academie.teleservices.compte;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/**
 * Tire les mots de passe des courriers : 10 caractères sans sosies (ni 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, Q), sans voyelle pour ne pas
 * former de mot. Source : DOMAIN §4. Il y en a 20^10, soit 43 bits, pour un mot de passe qu'on change à la première connexion.
 */
@Singleton
public final class MotsDePasseProvisoires {

    static final String ALPHABET = "CDFGHJKMNPRTVWX34679";
    static final int LONGUEUR = 10;

    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public MotsDePasseProvisoires() {}

    public String tirer() {
        StringBuilder tire = new StringBuilder(LONGUEUR);
        for (int i = 0; i < LONGUEUR; i++) {
            tire.append(ALPHABET.charAt(hasard.nextInt(ALPHABET.length())));
        }
        return tire.toString();
    }
}
