package fr.academie.teleservices.compte;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * {@code {SSHA}}, l'empreinte salée des annuaires LDAP : seulement lue, le temps d'être remplacée. Source : RFC 2307 et OpenLDAP,
 * base64(SHA-1(mot de passe, sel), sel).
 */
final class Ssha implements PasswordEncoder {

    static final String ID = "SSHA";
    static final String PREFIXE = "{" + ID + "}";

    private static final int OCTETS_SHA1 = 20;

    @Override
    public String encode(CharSequence motDePasse) {
        throw new UnsupportedOperationException("SSHA n'est plus écrit.");
    }

    /** {@link IllegalArgumentException} si l'empreinte n'est pas du base64. */
    @Override
    public boolean matches(CharSequence motDePasse, String empreinte) {
        byte[] lue = Base64.getDecoder().decode(empreinte);
        if (lue.length <= OCTETS_SHA1) {
            return false;
        }
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(motDePasse.toString().getBytes(StandardCharsets.UTF_8));
            sha1.update(lue, OCTETS_SHA1, lue.length - OCTETS_SHA1);
            return MessageDigest.isEqual(sha1.digest(), Arrays.copyOf(lue, OCTETS_SHA1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Toute machine Java porte SHA-1.", e);
        }
    }
}
